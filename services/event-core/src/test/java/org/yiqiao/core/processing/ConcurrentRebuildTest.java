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
        CountDownLatch go = new CountDownLatch(1);
        holders.pause = go::await;

        RebuildStatus first = rebuildJobs.start(holders);
        RebuildStatus second = rebuildJobs.start(holders);
        go.countDown();

        assertThat(second.started()).isEqualTo(first.started());
        assertThat(awaitEnd().started()).isEqualTo(first.started());
        assertThat(rebuildJobs.findStatus("Nobody")).isEmpty();
    }

    @Test
    void failedRebuildReportsItsCause() {
        try (RebuildJobs lost = new RebuildJobs(
                processorFactory, Map.of("bootstrap.servers", "nowhere.invalid:1"), Clock.systemUTC())) {
            lost.start(holders);

            await().until(() -> lost.findStatus("Holders").orElseThrow().state() != RebuildStatus.State.RUNNING);

            assertThat(lost.findStatus("Holders").orElseThrow().state()).isEqualTo(RebuildStatus.State.FAILED);
            assertThat(lost.findStatus("Holders").orElseThrow().failure()).contains("Kafka");
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
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger fed = new AtomicInteger();
        AtomicInteger watched = new AtomicInteger();
        var publishing = runInBackground(() -> {
            for (long seq = 2; seq <= changes; seq++) {
                for (int post = 0; post < posts; post++) {
                    publish(town + "-" + post, seq);
                }
            }
        });
        var feeding = runInBackground(() -> {
            while (!over.get()) {
                topicReader.readToEnd(processor::process);
                fed.incrementAndGet();
            }
        });
        var watching = runInBackground(() -> {
            Map<String, Long> seen = new HashMap<>();
            while (!over.get()) {
                processorFactory.rowStore(holders).versions().forEach((id, version) -> assertThat(version.lastSeq())
                        .isGreaterThanOrEqualTo(seen.getOrDefault(id, 0L))
                        .satisfies(seq -> seen.put(id, seq)));
                watched.incrementAndGet();
            }
        });
        int rounds = 0;
        while (!publishing.isDone() || rounds == 0) {
            assertThat(rebuild().state()).isEqualTo(RebuildStatus.State.DONE);
            rounds++;
        }
        assertThat(fed).hasPositiveValue();
        assertThat(watched).hasPositiveValue();
        publishing.join();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> row(town + "-" + (posts - 1)).lastSeq() == changes);
        over.set(true);
        feeding.join();
        watching.join();
        topicReader.readToEnd(processor::process);

        for (int post = 0; post < posts; post++) {
            assertThat(row(town + "-" + post).content()).isEqualTo(new Holders.HolderRow("chief-" + changes, changes));
        }
    }

    /** On a thread of its own: the common pool may have only one. */
    private static CompletableFuture<Void> runInBackground(Runnable task) {
        return CompletableFuture.runAsync(
                task, started -> Thread.ofPlatform().daemon().start(started));
    }
}
