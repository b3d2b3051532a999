package org.yiqiao.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.InMemoryEventPublisher;
import org.yiqiao.core.PostAggregateType;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.CommandMetadata;

class OutboxRelayTest {

    /** A clock for which every event in an outbox is overdue. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));

    private final AggregateStore store = TestDatabase.createStore();
    private final InMemoryEventPublisher publisher = new InMemoryEventPublisher();

    @Test
    void eventsLeftByAPreviousProcessArePublishedInOrder() {
        publisher.setUnavailable(true);
        try (OutboxRelay previous = new OutboxRelay(store, publisher, Clock.systemUTC())) {
            var posts = handler(previous);
            posts.create("a", new PostAggregateType.OpenPost("x"), metadata());
            posts.update("a", new PostAggregateType.ChangeChief("y"), metadata());
            posts.update("a", new PostAggregateType.ChangeChief("z"), metadata());
        }
        publisher.setUnavailable(false);

        try (OutboxRelay next = new OutboxRelay(store, publisher, LATER)) {
            next.registerForSweep(new PostAggregateType());

            await().untilAsserted(() -> assertThat(publisher.publishedIds("a")).containsExactly("a-1", "a-2", "a-3"));
            await().untilAsserted(() -> assertThat(store.findPending(new PostAggregateType(), LATER.instant(), 10))
                    .isEmpty());
        }
    }

    @Test
    void unexpectedFailureDoesNotStopTheRelay() {
        try (OutboxRelay relay = new OutboxRelay(store, publisher, LATER)) {
            relay.registerForSweep(new PostAggregateType());
            var posts = handler(relay);
            publisher.failOnce();
            posts.create("a", new PostAggregateType.OpenPost("x"), metadata());

            await().untilAsserted(() -> assertThat(publisher.publishedIds("a")).contains("a-1"));
        }
    }

    @Test
    void eventsPendingInTheFutureArePublished() {
        publisher.setUnavailable(true);
        try (OutboxRelay previous = new OutboxRelay(store, publisher, LATER)) {
            var posts = new AggregateCommandHandler<>(new PostAggregateType(), store, previous, LATER);
            posts.create("a", new PostAggregateType.OpenPost("x"), metadata());
        }
        publisher.setUnavailable(false);

        try (OutboxRelay next = new OutboxRelay(store, publisher, Clock.systemUTC())) {
            next.registerForSweep(new PostAggregateType());

            await().untilAsserted(() -> assertThat(publisher.publishedIds("a")).containsExactly("a-1"));
        }
    }

    @Test
    void brokerOutageLosesNothing() {
        try (OutboxRelay relay = new OutboxRelay(store, publisher, LATER)) {
            relay.registerForSweep(new PostAggregateType());
            var posts = handler(relay);
            publisher.setUnavailable(true);
            posts.create("a", new PostAggregateType.OpenPost("x"), metadata());
            posts.update("a", new PostAggregateType.ChangeChief("y"), metadata());
            publisher.setUnavailable(false);

            await().untilAsserted(() ->
                    assertThat(publisher.publishedIds("a").stream().distinct()).containsExactly("a-1", "a-2"));
        }
    }

    @Test
    void twoRelaysNeverReorderFirstOccurrences() {
        try (OutboxRelay one = new OutboxRelay(store, publisher, LATER);
                OutboxRelay two = new OutboxRelay(store, publisher, LATER)) {
            one.registerForSweep(new PostAggregateType());
            two.registerForSweep(new PostAggregateType());
            var here = handler(one);
            var there = handler(two);
            here.create("a", new PostAggregateType.OpenPost("0"), metadata());
            for (int i = 1; i <= 40; i++) {
                (i % 2 == 0 ? here : there).update("a", new PostAggregateType.ChangeChief("" + i), metadata());
            }

            await().untilAsserted(() -> assertThat(store.findPending(new PostAggregateType(), LATER.instant(), 1))
                    .isEmpty());
            assertThat(publisher.publishedIds("a").stream().distinct())
                    .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, 41)
                            .mapToObj(seq -> "a-" + seq)
                            .toList());
        }
    }

    @Test
    void awaitPublishedReturnsOncePublished() throws InterruptedException {
        try (OutboxRelay relay = new OutboxRelay(store, publisher, Clock.systemUTC())) {
            var posts = handler(relay);
            posts.create("a", new PostAggregateType.OpenPost("x"), metadata());

            assertThat(posts.awaitPublished("a", 1, Duration.ofSeconds(10))).isTrue();
            assertThat(publisher.publishedIds("a")).containsExactly("a-1");
            assertThat(posts.awaitPublished("a", 2, Duration.ofMillis(50))).isFalse();
        }
    }

    private AggregateCommandHandler<PostAggregateType.Post, GridPostEvent, PostAggregateType.NoFacts> handler(
            OutboxRelay relay) {
        return new AggregateCommandHandler<>(new PostAggregateType(), store, relay, Clock.systemUTC());
    }

    private static CommandMetadata metadata() {
        return CommandMetadata.of("tester", "correlation");
    }
}
