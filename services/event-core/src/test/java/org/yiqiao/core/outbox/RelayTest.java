package org.yiqiao.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.Posts;
import org.yiqiao.core.RecordingPublisher;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.Origin;

class RelayTest {

    /** For this clock everything in an outbox is overdue. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    private final AggregateStore store = TestDatabase.store();
    private final RecordingPublisher log = new RecordingPublisher();

    @Test
    void whatAnEarlierProcessLeftIsPublishedInOrder() {
        log.away(true);
        try (Relay died = new Relay(store, log, Clock.systemUTC())) {
            var posts = handler(died);
            posts.create("a", new Posts.Open("x"), origin());
            posts.change("a", new Posts.Change("y"), origin());
            posts.change("a", new Posts.Change("z"), origin());
        }
        log.away(false);

        try (Relay next = new Relay(store, log, LATER)) {
            next.sweep(new Posts());

            await().untilAsserted(() -> assertThat(log.of("a")).containsExactly("a-1", "a-2", "a-3"));
            await().untilAsserted(() ->
                    assertThat(store.pending(new Posts(), LATER.instant(), 10)).isEmpty());
        }
    }

    @Test
    void aFailureThatNobodyExpectsDoesNotEndTheRelay() {
        try (Relay relay = new Relay(store, log, LATER)) {
            relay.sweep(new Posts());
            var posts = handler(relay);
            log.breakOnce();
            posts.create("a", new Posts.Open("x"), origin());

            await().untilAsserted(() -> assertThat(log.of("a")).contains("a-1"));
        }
    }

    @Test
    void whatAClockAheadOfTimeLeftIsPublishedToo() {
        log.away(true);
        try (Relay killed = new Relay(store, log, LATER)) {
            var posts = new CommandHandler<>(new Posts(), store, killed, LATER);
            posts.create("a", new Posts.Open("x"), origin());
        }
        log.away(false);

        try (Relay next = new Relay(store, log, Clock.systemUTC())) {
            next.sweep(new Posts());

            await().untilAsserted(() -> assertThat(log.of("a")).containsExactly("a-1"));
        }
    }

    @Test
    void anOutageOfTheBrokerDelaysAndLosesNothing() {
        try (Relay relay = new Relay(store, log, LATER)) {
            relay.sweep(new Posts());
            var posts = handler(relay);
            log.away(true);
            posts.create("a", new Posts.Open("x"), origin());
            posts.change("a", new Posts.Change("y"), origin());
            log.away(false);

            await().untilAsserted(
                            () -> assertThat(log.of("a").stream().distinct()).containsExactly("a-1", "a-2"));
        }
    }

    @Test
    void twoRelaysMayRepeatAndNeverSwapFirstOccurrences() {
        try (Relay one = new Relay(store, log, LATER);
                Relay two = new Relay(store, log, LATER)) {
            one.sweep(new Posts());
            two.sweep(new Posts());
            var here = handler(one);
            var there = handler(two);
            here.create("a", new Posts.Open("0"), origin());
            for (int i = 1; i <= 40; i++) {
                (i % 2 == 0 ? here : there).change("a", new Posts.Change("" + i), origin());
            }

            await().untilAsserted(() ->
                    assertThat(store.pending(new Posts(), LATER.instant(), 1)).isEmpty());
            assertThat(log.of("a").stream().distinct())
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 41)
                            .mapToObj(seq -> "a-" + seq)
                            .toList());
        }
    }

    @Test
    void whoAsksIsToldWhenTheEventsAreInTheLog() throws InterruptedException {
        try (Relay relay = new Relay(store, log, Clock.systemUTC())) {
            var posts = handler(relay);
            posts.create("a", new Posts.Open("x"), origin());

            assertThat(posts.awaitPublished("a", 1, Duration.ofSeconds(10))).isTrue();
            assertThat(log.of("a")).containsExactly("a-1");
            assertThat(posts.awaitPublished("a", 2, Duration.ofMillis(50))).isFalse();
        }
    }

    private CommandHandler<Posts.Post, GridPostEvent, Posts.None> handler(Relay relay) {
        return new CommandHandler<>(new Posts(), store, relay, Clock.systemUTC());
    }

    private static Origin origin() {
        return Origin.by("tester", "correlation");
    }
}
