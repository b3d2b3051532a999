package org.yiqiao.core.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Has what it is given taken by another thread, one after the other, while the giver makes the next. */
final class Handover<T> implements AutoCloseable {

    private final ExecutorService thread;
    private final Consumer<T> taker;
    private Future<?> last = CompletableFuture.completedFuture(null);

    /** @param name of the other thread */
    Handover(String name, Consumer<T> taker) {
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        this.taker = taker;
    }

    /** Returns once all that was given before is taken. */
    void give(T next) {
        await();
        last = thread.submit(() -> taker.accept(next));
    }

    /**
     * Returns once all is taken.
     *
     * @throws RuntimeException as the taker threw it
     */
    void await() {
        try {
            last.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNow("Interrupted");
        }
    }

    /** Returns once nothing is being taken any more. */
    @Override
    public void close() {
        thread.close();
    }
}
