package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Names the language of a response that has texts: every endpoint with a parameter of type {@link Locale}. */
final class ContentLanguageInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && Arrays.asList(method.getMethod().getParameterTypes()).contains(Locale.class)) {
            response.setHeader(
                    HttpHeaders.CONTENT_LANGUAGE, ResponseLanguage.of(request).toLanguageTag());
        }
        return true;
    }
}
