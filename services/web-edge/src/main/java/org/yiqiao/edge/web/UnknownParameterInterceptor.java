package org.yiqiao.edge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yiqiao.core.decider.Rejection;

/**
 * Rejects a query parameter that the endpoint does not take. A misspelled filter would otherwise be ignored, and the
 * response would list too much. An endpoint with a map of parameters checks them itself.
 */
final class UnknownParameterInterceptor implements HandlerInterceptor {

    private static final int MAX_NAME_SHOWN = 100;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/api/")) {
            List<MethodParameter> parameters = Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .toList();
            if (parameters.stream().noneMatch(parameter -> Map.class.isAssignableFrom(parameter.getParameterType()))) {
                requireKnown(
                        request,
                        parameters.stream()
                                .map(UnknownParameterInterceptor::name)
                                .sorted()
                                .toList());
            }
        }
        return true;
    }

    private static void requireKnown(HttpServletRequest request, List<String> known) {
        Optional<String> unknown = Collections.list(request.getParameterNames()).stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst();
        if (unknown.isPresent()) {
            throw new RejectedException(rejection(unknown.get(), known));
        }
    }

    private static Rejection rejection(String unknown, List<String> known) {
        Rejection rejection = Rejection.malformed("parameter.unknown")
                .withDetail("parameter", unknown.substring(0, Math.min(unknown.length(), MAX_NAME_SHOWN)));
        Rejection withNearest = NearestName.find(unknown, known)
                .map(nearest -> rejection.withDetail("nearest", nearest))
                .orElse(rejection);
        return known.isEmpty() ? withNearest : withNearest.withDetail("allowed", known);
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null || annotation.name().isEmpty()
                ? parameter.getParameter().getName()
                : annotation.name();
    }
}
