package org.yiqiao.support.apikeys;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Removes the API key from the query string, so that later filters and logs never see it. */
final class ApiKeyHidingFilter extends OncePerRequestFilter {

    private static final String PARAMETER = "api_key";
    private static final List<String> HEADERS = List.of("X-Api-Key", PARAMETER);
    private static final String ATTRIBUTE = ApiKeyHidingFilter.class.getName();

    /** Returns the API key that the request presents in its query or a header; empty without one. */
    static Optional<String> findApiKey(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE)).or(() -> HEADERS.stream()
                .map(request::getHeader)
                .filter(Objects::nonNull)
                .findFirst());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query == null || !query.contains("api")) {
            chain.doFilter(request, response);
            return;
        }
        List<String> rest = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (PARAMETER.equals(decode(equals < 0 ? part : part.substring(0, equals)))) {
                request.setAttribute(ATTRIBUTE, equals < 0 ? "" : decode(part.substring(equals + 1)));
            } else {
                rest.add(part);
            }
        }
        chain.doFilter(new RequestWithoutApiKey(request, rest.isEmpty() ? null : String.join("&", rest)), response);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static final class RequestWithoutApiKey extends HttpServletRequestWrapper {

        private final @Nullable String query;

        RequestWithoutApiKey(HttpServletRequest request, @Nullable String query) {
            super(request);
            this.query = query;
        }

        @Override
        public @Nullable String getQueryString() {
            return query;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return name.equals(PARAMETER) ? null : super.getParameter(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return name.equals(PARAMETER) ? null : super.getParameterValues(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> rest = new LinkedHashMap<>(super.getParameterMap());
            rest.remove(PARAMETER);
            return Collections.unmodifiableMap(rest);
        }
    }
}
