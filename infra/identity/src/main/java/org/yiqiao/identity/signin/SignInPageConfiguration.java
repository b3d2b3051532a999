package org.yiqiao.identity.signin;

import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiqiao.identity.IdentityProperties;
import org.yiqiao.identity.accounts.Account;
import org.yiqiao.identity.accounts.AccountDirectory;
import org.yiqiao.identity.throttle.LoginThrottle;
import org.yiqiao.identity.throttle.ThrottlingAuthenticationProvider;

/** Configures the sign-in page. The server keeps no state of a client before sign-in: cookies hold that state. */
@Configuration(proxyBeanMethods = false)
class SignInPageConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/*.css", "/*.svg")
                .addResourceLocations("classpath:/sign-in/")
                .setCacheControl(CacheControl.noCache());
    }

    @Bean
    RequestCache requestCache() {
        CookieRequestCache cache = new CookieRequestCache();
        // Only authorization requests are resumed after sign-in.
        cache.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/oauth2/authorize"));
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    @Bean
    @Order(3)
    SecurityFilterChain signIn(
            HttpSecurity http,
            AccountDirectory accounts,
            PasswordEncoder passwordEncoder,
            LoginThrottle throttle,
            RequestCache requestCache,
            IdentityProperties identity) {
        DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(userDetailsService(accounts));
        passwords.setPasswordEncoder(passwordEncoder);
        String policy = contentSecurityPolicy(identity);
        return http.authenticationProvider(new ThrottlingAuthenticationProvider(passwords, throttle))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/login", "/*.css", "/*.svg", "/error", "/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").failureHandler(new SignInFailureHandler()))
                .logout(out -> out.logoutSuccessUrl("/login?out"))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .requestCache(cache -> cache.requestCache(requestCache))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** Not a bean, because Spring Security would build a second, unthrottled authentication provider from a bean. */
    private static UserDetailsService userDetailsService(AccountDirectory accounts) {
        return name -> accounts.findByName(name)
                .filter(account -> account.hasUse(Account.Use.SIGN_IN))
                .map(account -> User.withUsername(name)
                        .password(account.password())
                        .authorities(new String[0])
                        .build())
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name));
    }

    private static CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("yiqiao-identity-csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /**
     * Returns a policy that allows the form to lead to the pages of the governance center. Browsers apply
     * {@code form-action} also to the redirects after the form is submitted.
     */
    private static String contentSecurityPolicy(IdentityProperties identity) {
        return "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                + Stream.concat(identity.pages().stream(), identity.apiPages().stream())
                        .distinct()
                        .map(URI::toString)
                        .collect(Collectors.joining(" ", "form-action 'self' ", ""));
    }
}
