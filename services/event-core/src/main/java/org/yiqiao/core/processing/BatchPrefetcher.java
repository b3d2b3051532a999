package org.yiqiao.core.processing;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;

/** Reads one batch ahead: the next batch is fetched while the reader processes the current one. */
final class BatchPrefetcher {

    private BatchPrefetcher() {}

    /** @param source supplies the batches, called by one thread, one call after another; an empty batch is the end */
    static <T> void forEachBatch(Supplier<List<T>> source, Consumer<List<T>> reader) {
        ExecutorService executor = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("prefetcher").factory());
        try {
            Future<List<T>> next = executor.submit(source::get);
            for (List<T> batch = await(next); !batch.isEmpty(); batch = await(next)) {
                next = executor.submit(source::get);
                reader.accept(batch);
            }
        } finally {
            executor.shutdownNow();
            executor.close();
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
