package org.yiqiao.core.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrentRebuildTest extends AbstractRebuildTest {

    @Test
    void secondStartReturnsTheRunningRebuild() {
        CountDownLatch mayContinue = new CountDownLatch(1);
        holders.pause = mayContinue::await;

        RebuildStatus first = rebuildJobs.start(holders);
        RebuildStatus second = rebuildJobs.start(holders);
        mayContinue.countDown();

        assertThat(second.started()).isEqualTo(first.started());
        assertThat(awaitEnd().started()).isEqualTo(first.started());
        assertThat(rebuildJobs.findStatus("Nobody")).isEmpty();
    }

    @Test
    void failedRebuildReportsItsCause() {
        try (RebuildService unreachable = new RebuildService(
                processorFactory, Map.of("bootstrap.servers", "nowhere.invalid:1"), Clock.systemUTC())) {
            unreachable.start(holders);

            await().until(() -> unreachable.findStatus("Holders").orElseThrow().state() != RebuildStatus.State.RUNNING);

            assertThat(unreachable.findStatus("Holders").orElseThrow().state()).isEqualTo(RebuildStatus.State.FAILED);
            assertThat(unreachable.findStatus("Holders").orElseThrow().failure())
                    .contains("Kafka");
        }
    }

    @Test
    void rowsAreCorrectedWhileEventsArrive() {
        int posts = 30;
        int changes = 60;
        for (int post = 0; post < posts; post++) {
            publish(town + "-" + post, 1);
        }
        topicReader.readToEnd(processor::process);
        documents.updateMany(Filters.regex("_id", town), Updates.set("row.number", -1_000_000));
        documents.deleteMany(Filters.regex("_id", town + "-1."));
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicInteger processed = new AtomicInteger();
        AtomicInteger observed = new AtomicInteger();
        var publishing = runInBackground(() -> {
            for (long seq = 2; seq <= changes; seq++) {
                for (int post = 0; post < posts; post++) {
                    publish(town + "-" + post, seq);
                }
            }
        });
        var processing = runInBackground(() -> {
            while (!stopped.get()) {
                topicReader.readToEnd(processor::process);
                processed.incrementAndGet();
            }
        });
        var observing = runInBackground(() -> {
            Map<String, Long> seen = new HashMap<>();
            while (!stopped.get()) {
                processorFactory.rowStore(holders).versions().forEach((id, version) -> assertThat(version.lastSeq())
                        .isGreaterThanOrEqualTo(seen.getOrDefault(id, 0L))
                        .satisfies(seq -> seen.put(id, seq)));
                observed.incrementAndGet();
            }
        });
        int rounds = 0;
        while (!publishing.isDone() || rounds == 0) {
            assertThat(rebuild().state()).isEqualTo(RebuildStatus.State.DONE);
            rounds++;
        }
        assertThat(processed).hasPositiveValue();
        assertThat(observed).hasPositiveValue();
        publishing.join();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> row(town + "-" + (posts - 1)).lastSeq() == changes);
        stopped.set(true);
        processing.join();
        observing.join();
        topicReader.readToEnd(processor::process);

        for (int post = 0; post < posts; post++) {
            assertThat(row(town + "-" + post).content()).isEqualTo(new Holders.HolderRow("chief-" + changes, changes));
        }
    }

    /** Runs a task on a separate thread, because the common pool can have only one. */
    private static CompletableFuture<Void> runInBackground(Runnable task) {
        return CompletableFuture.runAsync(
                task, started -> Thread.ofPlatform().daemon().start(started));
    }
}
