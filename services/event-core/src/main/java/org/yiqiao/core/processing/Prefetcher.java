package org.yiqiao.core.processing;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/** Reads one batch ahead: the next one is on its way while the reader works on the last. */
final class Prefetcher {

    private Prefetcher() {}

    /** @param source of batches, asked by one thread, one call after another; an empty batch is the end */
    static <T> void forEachBatch(Supplier<List<T>> source, Consumer<List<T>> reader) {
        ExecutorService ahead = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("ahead").factory());
        try {
            Future<List<T>> next = ahead.submit(source::get);
            for (List<T> batch = await(next); !batch.isEmpty(); batch = await(next)) {
                next = ahead.submit(source::get);
                reader.accept(batch);
            }
        } finally {
            ahead.shutdownNow();
            ahead.close();
        }
    }

    private static <T> T await(Future<T> batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
