package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestBodyLimitFilterTest {

    private final RequestBodyLimitFilter filter =
            new RequestBodyLimitFilter(List.of(new BodySizeLimit("/import", 3L << 20)));

    @Test
    void bodyOfOneMebibyteIsAccepted() throws Exception {
        assertThat(read(request("/requests", 1 << 20))).isEqualTo(1 << 20);
    }

    @Test
    void declaredOversizedBodyIsRejectedUnread() {
        AtomicInteger reads = new AtomicInteger();
        assertThatThrownBy(() -> filter.doFilter(
                        request("/requests", (1 << 20) + 1), new MockHttpServletResponse(), (request, response) -> {
                            request.getInputStream();
                            reads.incrementAndGet();
                        }))
                .isInstanceOfSatisfying(
                        RequestBodyLimitFilter.BodyTooLargeException.class,
                        exceeded -> assertThat(exceeded.maxBytes()).isEqualTo(1 << 20));
        assertThat(reads).hasValue(0);
    }

    @Test
    void chunkedBodyIsRejectedBeyondTheLimit() throws Exception {
        assertThat(read(new ChunkedRequest("/requests", 1 << 20))).isEqualTo(1 << 20);
        assertThatThrownBy(() -> read(new ChunkedRequest("/requests", (1 << 20) + 1)))
                .isInstanceOf(RequestBodyLimitFilter.BodyTooLargeException.class);
    }

    @Test
    void limitAppliesToSingleByteReads() {
        AtomicInteger reads = new AtomicInteger();
        assertThatThrownBy(() -> filter.doFilter(
                        new ChunkedRequest("/requests", (1 << 20) + 5),
                        new MockHttpServletResponse(),
                        (request, response) -> {
                            ServletInputStream body = request.getInputStream();
                            while (body.read() >= 0) {
                                reads.incrementAndGet();
                            }
                        }))
                .isInstanceOf(RequestBodyLimitFilter.BodyTooLargeException.class);
        assertThat(reads).hasValue(1 << 20);
    }

    @Test
    void limitAppliesToReader() {
        assertThatThrownBy(() -> filter.doFilter(
                        new ChunkedRequest("/requests", (1 << 20) + 1),
                        new MockHttpServletResponse(),
                        (request, response) -> request.getReader().readLine()))
                .isInstanceOf(RequestBodyLimitFilter.BodyTooLargeException.class);
    }

    @Test
    void pathCanHaveLargerLimit() throws Exception {
        assertThat(read(request("/import", 3 << 20))).isEqualTo(3 << 20);
        assertThatThrownBy(() -> read(new ChunkedRequest("/import", (3 << 20) + 1)))
                .isInstanceOfSatisfying(
                        RequestBodyLimitFilter.BodyTooLargeException.class,
                        exceeded -> assertThat(exceeded.maxBytes()).isEqualTo(3 << 20));
    }

    @Test
    void largerLimitDoesNotApplyToSubpaths() {
        assertThatThrownBy(() -> read(request("/import/1", (1 << 20) + 1)))
                .isInstanceOf(RequestBodyLimitFilter.BodyTooLargeException.class);
    }

    @Test
    void slowBodyIsRejected() {
        RequestBodyLimitFilter strictFilter = new RequestBodyLimitFilter(List.of(), Duration.ofMillis(100));
        AtomicInteger reads = new AtomicInteger();
        assertThatThrownBy(() -> strictFilter.doFilter(
                        request("/requests", 1_000), new MockHttpServletResponse(), (request, response) -> {
                            ServletInputStream body = request.getInputStream();
                            while (body.read() >= 0) {
                                reads.incrementAndGet();
                                pause();
                            }
                        }))
                .isInstanceOf(RequestBodyLimitFilter.BodyTooSlowException.class);
        assertThat(reads.get()).isLessThan(50);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int read(ServletRequest body) throws ServletException, IOException {
        AtomicInteger size = new AtomicInteger();
        filter.doFilter(
                body,
                new MockHttpServletResponse(),
                (request, response) -> size.set(request.getInputStream().readAllBytes().length));
        return size.get();
    }

    private static MockHttpServletRequest request(String path, int size) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContent(new byte[size]);
        return request;
    }

    /** A request without a declared content length, as with a chunked body. */
    private static final class ChunkedRequest extends MockHttpServletRequest {

        ChunkedRequest(String path, int size) {
            super("POST", path);
            setContent(new byte[size]);
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }
    }
}
