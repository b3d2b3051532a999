package org.yiqiao.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the size and the duration of request bodies. The size limit is 1 MiB unless a path has its own limit, and it
 * applies with and without a declared length.
 *
 * <p>A body must not arrive so slowly that it only occupies resources. After a grace period of 30 seconds, an average
 * of at least 8 KiB per second is required.
 */
final class RequestBodyLimitFilter extends OncePerRequestFilter {

    static final long DEFAULT_MAX_BYTES = 1L << 20;

    static final Duration GRACE_PERIOD = Duration.ofSeconds(30);

    private static final long MIN_BYTES_PER_SECOND = 8 << 10;

    private final List<BodySizeLimit> pathLimits;
    private final Duration gracePeriod;

    RequestBodyLimitFilter(List<BodySizeLimit> pathLimits) {
        this(pathLimits, GRACE_PERIOD);
    }

    RequestBodyLimitFilter(List<BodySizeLimit> pathLimits, Duration gracePeriod) {
        this.pathLimits = pathLimits;
        this.gracePeriod = gracePeriod;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = pathLimits.stream()
                .filter(candidate -> candidate.path().equals(request.getRequestURI()))
                .mapToLong(BodySizeLimit::maxBytes)
                .findFirst()
                .orElse(DEFAULT_MAX_BYTES);
        chain.doFilter(new LimitedRequest(request, limit, gracePeriod), response);
    }

    /** The body is larger than the limit of its path. */
    static final class BodyTooLargeException extends IOException {

        private final long maxBytes;

        BodyTooLargeException(long limit) {
            super("The body exceeds the limit of " + limit + " bytes");
            this.maxBytes = limit;
        }

        long maxBytes() {
            return maxBytes;
        }
    }

    /** The body arrives below the minimum rate. */
    static final class BodyTooSlowException extends IOException {
        BodyTooSlowException(long bytesRead) {
            super("The body arrives too slowly: " + bytesRead + " bytes so far");
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long limit;
        private final Duration gracePeriod;
        private @Nullable LimitedInputStream body;

        LimitedRequest(HttpServletRequest request, long limit, Duration gracePeriod) {
            super(request);
            this.limit = limit;
            this.gracePeriod = gracePeriod;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit) {
                throw new BodyTooLargeException(limit);
            }
            if (body == null) {
                body = new LimitedInputStream(super.getInputStream(), limit, gracePeriod);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class LimitedInputStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private final Duration gracePeriod;
        private final long startedNanos = System.nanoTime();
        private long bytesRead;

        LimitedInputStream(ServletInputStream body, long limit, Duration gracePeriod) {
            this.body = body;
            this.limit = limit;
            this.gracePeriod = gracePeriod;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            countBytes(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            countBytes(Math.max(count, 0));
            return count;
        }

        private void countBytes(int bytes) throws IOException {
            bytesRead += bytes;
            if (bytesRead > limit) {
                throw new BodyTooLargeException(limit);
            }
            if (bytes > 0
                    && System.nanoTime() - startedNanos
                            > gracePeriod
                                    .plusSeconds(bytesRead / MIN_BYTES_PER_SECOND)
                                    .toNanos()) {
                throw new BodyTooSlowException(bytesRead);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
