package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rejects a query parameter that the endpoint does not take. A misspelled filter would otherwise be ignored, and the
 * response would list too much. An endpoint with a map of parameters checks them itself.
 */
final class UnknownParameterInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/")) {
            List<MethodParameter> parameters = Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .toList();
            if (parameters.stream().noneMatch(parameter -> Map.class.isAssignableFrom(parameter.getParameterType()))) {
                UnknownParameterCheck.requireKnown(
                        Collections.list(request.getParameterNames()),
                        parameters.stream()
                                .map(UnknownParameterInterceptor::name)
                                .toList());
            }
        }
        return true;
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null || annotation.name().isEmpty()
                ? parameter.getParameter().getName()
                : annotation.name();
    }
}
