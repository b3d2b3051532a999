package org.yiqiao.center.page;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.yiqiao.access.PublicPaths;

/** Serves the dashboard page at {@code /} and the map library from its WebJar. */
@Configuration
class DashboardPageConfiguration implements WebMvcConfigurer {

    /** The files of the page are public: they contain no figures, which the page requests separately. */
    @Bean
    PublicPaths pageFiles() {
        return new PublicPaths(List.of("/", "/*.html", "/*.js", "/*.css", "/*.svg", "/webjars/**"));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/*.html", "/*.js", "/*.css", "/*.svg")
                .addResourceLocations("classpath:/center/")
                .setCacheControl(CacheControl.noCache());
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver());
    }
}
