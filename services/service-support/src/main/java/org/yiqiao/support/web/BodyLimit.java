package org.yiqiao.support.web;

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
 * Stops reading a request's body at a limit, told or not told by its length: 1 MiB unless a path has its own. It stops too
 * if the body comes so slowly that it can only be meant to hold something up: half a minute is for free, after that each
 * second has to bring 8 KiB on average.
 */
final class BodyLimit extends OncePerRequestFilter {

    static final long DEFAULT = 1L << 20;

    static final Duration FREE = Duration.ofSeconds(30);

    private static final long BYTES_A_SECOND = 8 << 10;

    private final List<LargeBody> exceptions;
    private final Duration free;

    BodyLimit(List<LargeBody> exceptions) {
        this(exceptions, FREE);
    }

    BodyLimit(List<LargeBody> exceptions, Duration free) {
        this.exceptions = exceptions;
        this.free = free;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = exceptions.stream()
                .filter(large -> large.path().equals(request.getRequestURI()))
                .mapToLong(LargeBody::limit)
                .findFirst()
                .orElse(DEFAULT);
        chain.doFilter(new Limited(request, limit, free), response);
    }

    /** The body is larger than its path takes, in bytes. */
    static final class Exceeded extends IOException {

        private final long limit;

        Exceeded(long limit) {
            super("The body is larger than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }

    /** The body comes too slowly. */
    static final class TooSlow extends IOException {
        TooSlow(long read) {
            super("The body comes too slowly: " + read + " bytes so far");
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;
        private final Duration free;
        private @Nullable Counted body;

        Limited(HttpServletRequest request, long limit, Duration free) {
            super(request);
            this.limit = limit;
            this.free = free;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit) {
                throw new Exceeded(limit);
            }
            if (body == null) {
                body = new Counted(super.getInputStream(), limit, free);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private final Duration free;
        private final long started = System.nanoTime();
        private long read;

        Counted(ServletInputStream body, long limit, Duration free) {
            this.body = body;
            this.limit = limit;
            this.free = free;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = body.read(into, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > limit) {
                throw new Exceeded(limit);
            }
            if (bytes > 0
                    && System.nanoTime() - started
                            > free.plusSeconds(read / BYTES_A_SECOND).toNanos()) {
                throw new TooSlow(read);
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
