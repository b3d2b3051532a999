package org.yiqiao.core.feed;

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

class RunningRebuildTest extends RebuiltPosts {

    @Test
    void whoAsksWhileARebuildRunsIsLedToIt() {
        CountDownLatch go = new CountDownLatch(1);
        holders.pause = go::await;

        Rebuild first = rebuilds.start(holders);
        Rebuild second = rebuilds.start(holders);
        go.countDown();

        assertThat(second.started()).isEqualTo(first.started());
        assertThat(ended().started()).isEqualTo(first.started());
        assertThat(rebuilds.of("Nobody")).isEmpty();
    }

    @Test
    void aRebuildThatFailsSaysWhy() {
        try (Rebuilds lost = new Rebuilds(feeds, Map.of("bootstrap.servers", "nowhere.invalid:1"), Clock.systemUTC())) {
            lost.start(holders);

            await().until(() -> lost.of("Holders").orElseThrow().state() != Rebuild.State.RUNNING);

            assertThat(lost.of("Holders").orElseThrow().state()).isEqualTo(Rebuild.State.FAILED);
            assertThat(lost.of("Holders").orElseThrow().failure()).contains("Kafka");
        }
    }

    @Test
    void whileEventsKeepComingRowsBecomeRightAndNoneGoesBack() {
        int posts = 30;
        int changes = 60;
        for (int post = 0; post < posts; post++) {
            publish(town + "-" + post, 1);
        }
        log.readOn(feed::accept);
        documents.updateMany(Filters.regex("_id", town), Updates.set("row.number", -1_000_000));
        documents.deleteMany(Filters.regex("_id", town + "-1."));
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger fed = new AtomicInteger();
        AtomicInteger watched = new AtomicInteger();
        var publishing = beside(() -> {
            for (long seq = 2; seq <= changes; seq++) {
                for (int post = 0; post < posts; post++) {
                    publish(town + "-" + post, seq);
                }
            }
        });
        var feeding = beside(() -> {
            while (!over.get()) {
                log.readOn(feed::accept);
                fed.incrementAndGet();
            }
        });
        var watching = beside(() -> {
            Map<String, Long> seen = new HashMap<>();
            while (!over.get()) {
                feeds.rows(holders).versions().forEach((id, version) -> assertThat(version.lastSeq())
                        .isGreaterThanOrEqualTo(seen.getOrDefault(id, 0L))
                        .satisfies(seq -> seen.put(id, seq)));
                watched.incrementAndGet();
            }
        });
        int rounds = 0;
        while (!publishing.isDone() || rounds == 0) {
            assertThat(rebuilt().state()).isEqualTo(Rebuild.State.DONE);
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
        log.readOn(feed::accept);

        for (int post = 0; post < posts; post++) {
            assertThat(row(town + "-" + post).content()).isEqualTo(new Holders.Holder("chief-" + changes, changes));
        }
    }

    /** On a thread of its own: the common pool may have only one. */
    private static CompletableFuture<Void> beside(Runnable task) {
        return CompletableFuture.runAsync(
                task, started -> Thread.ofPlatform().daemon().start(started));
    }
}
