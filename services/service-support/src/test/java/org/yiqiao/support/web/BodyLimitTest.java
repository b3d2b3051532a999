package org.yiqiao.support.web;

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

class BodyLimitTest {

    private final BodyLimit limit = new BodyLimit(List.of(new LargeBody("/import", 3L << 20)));

    @Test
    void aBodyOfOneMebibyteIsReadWhole() throws Exception {
        assertThat(read(request("/requests", 1 << 20))).isEqualTo(1 << 20);
    }

    @Test
    void aBodyThatSaysItIsLargerIsNotReadAtAll() {
        AtomicInteger taken = new AtomicInteger();
        assertThatThrownBy(() -> limit.doFilter(
                        request("/requests", (1 << 20) + 1), new MockHttpServletResponse(), (request, response) -> {
                            request.getInputStream();
                            taken.incrementAndGet();
                        }))
                .isInstanceOfSatisfying(BodyLimit.Exceeded.class, exceeded -> assertThat(exceeded.limit())
                        .isEqualTo(1 << 20));
        assertThat(taken).hasValue(0);
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsStopsAtTheLimit() throws Exception {
        assertThat(read(new WithoutLength("/requests", 1 << 20))).isEqualTo(1 << 20);
        assertThatThrownBy(() -> read(new WithoutLength("/requests", (1 << 20) + 1)))
                .isInstanceOf(BodyLimit.Exceeded.class);
    }

    @Test
    void readByteByByteItStopsThereToo() {
        AtomicInteger taken = new AtomicInteger();
        assertThatThrownBy(() -> limit.doFilter(
                        new WithoutLength("/requests", (1 << 20) + 5),
                        new MockHttpServletResponse(),
                        (request, response) -> {
                            ServletInputStream body = request.getInputStream();
                            while (body.read() >= 0) {
                                taken.incrementAndGet();
                            }
                        }))
                .isInstanceOf(BodyLimit.Exceeded.class);
        assertThat(taken).hasValue(1 << 20);
    }

    @Test
    void aReaderHasTheSameLimit() {
        assertThatThrownBy(() -> limit.doFilter(
                        new WithoutLength("/requests", (1 << 20) + 1),
                        new MockHttpServletResponse(),
                        (request, response) -> request.getReader().readLine()))
                .isInstanceOf(BodyLimit.Exceeded.class);
    }

    @Test
    void aPathMayTakeALargerBody() throws Exception {
        assertThat(read(request("/import", 3 << 20))).isEqualTo(3 << 20);
        assertThatThrownBy(() -> read(new WithoutLength("/import", (3 << 20) + 1)))
                .isInstanceOfSatisfying(BodyLimit.Exceeded.class, exceeded -> assertThat(exceeded.limit())
                        .isEqualTo(3 << 20));
    }

    @Test
    void aPathBelowDoesNot() {
        assertThatThrownBy(() -> read(request("/import/1", (1 << 20) + 1))).isInstanceOf(BodyLimit.Exceeded.class);
    }

    @Test
    void aBodyThatDripsIsNotWaitedFor() {
        BodyLimit impatient = new BodyLimit(List.of(), Duration.ofMillis(100));
        AtomicInteger taken = new AtomicInteger();
        assertThatThrownBy(() -> impatient.doFilter(
                        request("/requests", 1_000), new MockHttpServletResponse(), (request, response) -> {
                            ServletInputStream body = request.getInputStream();
                            while (body.read() >= 0) {
                                taken.incrementAndGet();
                                pause();
                            }
                        }))
                .isInstanceOf(BodyLimit.TooSlow.class);
        assertThat(taken.get()).isLessThan(50);
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
        limit.doFilter(
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

    /** A chunked body. */
    private static final class WithoutLength extends MockHttpServletRequest {

        WithoutLength(String path, int size) {
            super("POST", path);
            setContent(new byte[size]);
        }

        @Override
        public long getContentLengthLong() {
            return -1;
        }
    }
}
