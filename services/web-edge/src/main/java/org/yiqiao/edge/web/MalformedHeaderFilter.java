package org.yiqiao.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ForwardedHeaderUtils;
import org.yiqiao.core.decider.Rejection;

/**
 * Rejects a content type and forwarded addresses that cannot be read. Spring reads these headers at many places, and a
 * malformed value would lead to an internal error there.
 */
final class MalformedHeaderFilter extends OncePerRequestFilter {

    private static final List<String> FORWARDED = List.of(
            "Forwarded",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-For");

    private static final URI ADDRESS = URI.create("http://127.0.0.1/");

    private final FilterProblemResponder problemResponder;

    MalformedHeaderFilter(FilterProblemResponder problemResponder) {
        this.problemResponder = problemResponder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Rejection> malformed = findMalformed(request);
        if (malformed.isPresent()) {
            problemResponder.respond(request, response, new RejectedException(malformed.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<Rejection> findMalformed(HttpServletRequest request) {
        return isContentType(request.getHeader(HttpHeaders.CONTENT_TYPE))
                ? FORWARDED.stream()
                        .filter(name -> request.getHeader(name) != null && !isForwarded(request, name))
                        .findFirst()
                        .map(HeaderFormat.FORWARDED::malformed)
                : Optional.of(HeaderFormat.MEDIA_TYPE.malformed(HttpHeaders.CONTENT_TYPE));
    }

    private static boolean isContentType(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return true;
        }
        try {
            MediaType type = MediaType.parseMediaType(value);
            return type.isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isForwarded(HttpServletRequest request, String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(name, Collections.list(request.getHeaders(name)));
        try {
            ForwardedHeaderUtils.parseForwardedFor(ADDRESS, headers, null);
            ForwardedHeaderUtils.adaptFromForwardedHeaders(ADDRESS, headers)
                    .build()
                    .toUri();
            return true;
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            // Spring finds no first element in a list of commas only.
            return false;
        }
    }
}
