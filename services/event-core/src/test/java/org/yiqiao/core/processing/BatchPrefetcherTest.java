package org.yiqiao.core.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

class BatchPrefetcherTest {

    @Test
    void batchesAreReadInOrder() {
        Iterator<List<String>> batches =
                List.of(List.of("a", "b"), List.of("c"), List.<String>of()).iterator();
        List<String> read = new ArrayList<>();

        BatchPrefetcher.forEachBatch(batches::next, read::addAll);

        assertThat(read).containsExactly("a", "b", "c");
    }

    @Test
    void exactlyOneBatchIsPrefetched() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger askedAtFirst = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(2);

        BatchPrefetcher.forEachBatch(
                () -> {
                    second.countDown();
                    return asked.incrementAndGet() < 4 ? List.of("") : List.of();
                },
                batch -> {
                    assertThat(awaitLatch(second)).isTrue();
                    askedAtFirst.compareAndSet(0, asked.get());
                });

        assertThat(askedAtFirst.get()).isLessThanOrEqualTo(2);
        assertThat(asked).hasValue(4);
    }

    @Test
    void sourceFailureIsRethrownUnchanged() {
        RuntimeException exception = new IllegalArgumentException("here");
        Error error = new OutOfMemoryError("here");

        assertThatThrownBy(() -> BatchPrefetcher.forEachBatch(() -> failWith(exception), batch -> {}))
                .isSameAs(exception);
        assertThatThrownBy(() -> BatchPrefetcher.forEachBatch(() -> failWith(error), batch -> {}))
                .isSameAs(error);
    }

    @Test
    void failingReaderLeavesNoThread() throws InterruptedException {
        List<Thread> threads = new CopyOnWriteArrayList<>();

        assertThatThrownBy(() -> BatchPrefetcher.forEachBatch(
                        () -> {
                            threads.add(Thread.currentThread());
                            return List.of("");
                        },
                        batch -> {
                            throw new IllegalArgumentException("here");
                        }))
                .hasMessage("here");

        assertThat(threads.getFirst().join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void interruptEndsWaiting() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> BatchPrefetcher.forEachBatch(
                        () -> awaitLatch(never) ? List.of() : List.of("late"), batch -> {}))
                .isInstanceOf(InterruptException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private static List<String> failWith(RuntimeException exception) {
        throw exception;
    }

    private static List<String> failWith(Error error) {
        throw error;
    }

    private static boolean awaitLatch(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
