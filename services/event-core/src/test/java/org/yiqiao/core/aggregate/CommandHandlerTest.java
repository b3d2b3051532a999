package org.yiqiao.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.Posts;
import org.yiqiao.core.RecordingPublisher;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.outbox.Relay;

class CommandHandlerTest {

    private final RecordingPublisher log = new RecordingPublisher();
    private final AggregateStore store = TestDatabase.store();
    private final Relay relay = new Relay(store, log, Clock.systemUTC());
    private final CommandHandler<Posts.Post, GridPostEvent, Posts.None> posts =
            new CommandHandler<>(new Posts(), store, relay, Clock.systemUTC());

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void aCommandsEventsReachTheLogInOrder() {
        done(posts.create("a", new Posts.Open("x"), origin()));
        done(posts.change("a", new Posts.Change("y"), origin()));

        await().untilAsserted(() -> assertThat(log.of("a")).containsExactly("a-1", "a-2"));
        await().untilAsserted(
                        () -> assertThat(posts.find("a").orElseThrow().outbox()).isEmpty());
    }

    @Test
    void theSameKeyHasOneEffect() {
        Origin keyed = origin().withKey(new Memory.Key("k", "print"));
        done(posts.create("a", new Posts.Open("x"), keyed));

        assertThat(done(posts.create("a", new Posts.Open("x"), keyed)).repeated())
                .isTrue();

        Origin second = origin().withKey(new Memory.Key("k2", "print"));
        done(posts.change("a", new Posts.Change("y"), second));
        assertThat(done(posts.change("a", new Posts.Change("y"), second)).repeated())
                .isTrue();
        assertThat(posts.find("a").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void aKeyDoesNotServeTwoCommands() {
        done(posts.create("a", new Posts.Open("x"), origin().withKey(new Memory.Key("k", "one"))));

        assertThat(refused(posts.change("a", new Posts.Change("y"), origin().withKey(new Memory.Key("k", "two"))))
                        .code())
                .isEqualTo("idempotency-key.reused");
    }

    @Test
    void anEventIsReactedToOnce() {
        done(posts.create("a", new Posts.Open("x"), origin()));
        Origin reaction = Origin.reaction("c", "s-4", new Memory.Source("s", 4));
        done(posts.change("a", new Posts.Change("y"), reaction));

        assertThat(done(posts.change("a", new Posts.Change("z"), reaction)).repeated())
                .isTrue();

        assertThat(posts.find("a").orElseThrow().state().chief()).isEqualTo("y");
    }

    @Test
    void whoDecidedOnAnOlderVersionIsRefused() {
        done(posts.create("a", new Posts.Open("x"), origin()));
        done(posts.change("a", new Posts.Change("y"), origin()));

        Origin late = new Origin("me", Reach.EVERYWHERE, "c", null, null, null, null, 1L);
        assertThat(refused(posts.change("a", new Posts.Change("z"), late))).isEqualTo(Rejection.stale(2));
    }

    @Test
    void aRejectedCommandWritesNothing() {
        done(posts.create("a", new Posts.Open("x"), origin()));

        assertThat(refused(posts.change("a", new Posts.Change(""), origin())).code())
                .isEqualTo("post.nobody");
        assertThat(refused(posts.change("b", new Posts.Change("x"), origin())).code())
                .isEqualTo("grid-post.unknown");
        assertThat(refused(posts.create("a", new Posts.Open("x"), origin())).code())
                .isEqualTo("grid-post.exists");

        assertThat(posts.find("a").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void commandsAtOnceAreDecidedOneAfterTheOther() throws Exception {
        done(posts.create("a", new Posts.Open("x"), origin()));
        List<Callable<Outcome<Posts.Post>>> commands = IntStream.range(0, 24)
                .<Callable<Outcome<Posts.Post>>>mapToObj(
                        i -> () -> posts.change("a", new Posts.Change("chief-" + i), origin()))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (var outcome : threads.invokeAll(commands)) {
                done(outcome.get());
            }
        }

        assertThat(posts.find("a").orElseThrow().state().changes()).isEqualTo(25);
        await().untilAsserted(() -> assertThat(log.of("a").stream().distinct())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25)
                        .mapToObj(seq -> "a-" + seq)
                        .toList()));
    }

    @Test
    void aFullOutboxRefusesInsteadOfGrowing() {
        log.away(true);
        done(posts.create("a", new Posts.Open("x"), origin()));
        for (int i = 1; i < CommandHandler.OUTBOX_CAP; i++) {
            done(posts.change("a", new Posts.Change("chief-" + i), origin()));
        }

        assertThat(refused(posts.change("a", new Posts.Change("one more"), origin())))
                .isEqualTo(Rejection.overloaded("outbox.full"));
    }

    @Test
    void manyAreCreatedAtOnceAndThoseThatExistAreLeftOut() {
        done(posts.create("b", new Posts.Open("x"), origin()));

        Map<String, Outcome<Posts.Post>> outcomes =
                posts.createAll(Map.of("a", new Posts.Open("y"), "b", new Posts.Open("y")), origin());

        assertThat(outcomes).containsOnlyKeys("a");
        assertThat(posts.find("b").orElseThrow().state().chief()).isEqualTo("x");
        await().untilAsserted(() -> assertThat(log.of("a")).containsExactly("a-1"));
    }

    @Test
    void whatIsNotReachedIsAsIfItDidNotExist() {
        done(posts.create("a", new Posts.Open("x"), origin()));
        Origin stranger = origin().within(reach("330109106002", "person:y"));

        assertThat(refused(posts.change("a", new Posts.Change("y"), stranger)))
                .isEqualTo(Rejection.notFound("grid-post.unknown").with("id", "a"))
                .isEqualTo(refused(posts.change("a", new Posts.Change(""), stranger)));
        assertThat(posts.find("a", stranger.reach())).isEmpty();
        assertThat(posts.find("a", reach("330109106"))).isPresent();
        done(posts.change("a", new Posts.Change("y"), origin().within(reach("person:x"))));
        assertThat(refused(posts.change("a", new Posts.Change("z"), origin().within(reach("person:x"))))
                        .code())
                .isEqualTo("grid-post.unknown");
    }

    @Test
    void aCommandThatWasRepeatedAnswersOnlyWhoReachesIt() {
        Origin keyed = origin().withKey(new Memory.Key("k", "print"));
        done(posts.create("a", new Posts.Open("x"), keyed));

        assertThat(refused(posts.create("a", new Posts.Open("y"), keyed.within(reach("person:y"))))
                        .code())
                .isEqualTo("grid-post.exists");
        assertThat(refused(posts.change(
                                "a",
                                new Posts.Take("y"),
                                keyed.within(reach("person:x")).withKey(new Memory.Key("k", "other"))))
                        .code())
                .isEqualTo("idempotency-key.reused");
    }

    @Test
    void nothingComesIntoBeingWhereWhoeverAsksForItDoesNotReach() {
        Origin stranger = origin().within(reach("330109106002"));

        assertThat(refused(posts.create("a", new Posts.Open("x"), stranger)))
                .isEqualTo(Rejection.forbidden("access.outside-scope"));
        assertThat(posts.createAll(Map.of("a", new Posts.Open("x")), stranger))
                .containsEntry("a", new Outcome.Refused<>(Rejection.forbidden("access.outside-scope")));
        assertThat(posts.find("a")).isEmpty();
        done(posts.create("a", new Posts.Open("x"), origin().within(reach("person:x"))));
    }

    @Test
    void whoTakesSomethingHasToReachWhatComesOfIt() {
        done(posts.create("a", new Posts.Open("x"), origin()));
        Origin taker = origin().within(reach("person:y"));

        assertThat(refused(posts.change("a", new Posts.Take("x"), taker)).code())
                .isEqualTo("access.outside-scope");
        assertThat(refused(posts.change("a", new Posts.Take("z"), taker)).code())
                .isEqualTo("access.outside-scope");
        assertThat(done(posts.change("a", new Posts.Take("y"), taker)).state().chief())
                .isEqualTo("y");
    }

    @Test
    void whoTakesSomethingLearnsNothingOfItsVersion() {
        done(posts.create("a", new Posts.Open("x"), origin()));
        Origin taker = origin().within(reach("person:y"));

        assertThat(List.of(1L, 999L))
                .extracting(version -> refused(posts.change("a", new Posts.Take("y"), deciding(taker, version))))
                .containsOnly(Rejection.notFound("grid-post.unknown").with("id", "a"));
        assertThat(refused(posts.change("a", new Posts.Take("y"), deciding(origin(), 999))))
                .isEqualTo(Rejection.stale(1));
    }

    private static Origin deciding(Origin origin, long version) {
        return new Origin(origin.actor(), origin.reach(), origin.correlation(), null, null, null, null, version);
    }

    private static Reach reach(String... words) {
        return new Reach.Within(Set.of(words));
    }

    private static Origin origin() {
        return Origin.by("tester", "correlation");
    }

    private static <S> Outcome.Done<S> done(Outcome<S> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done<S>) outcome;
    }

    private static Rejection refused(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).rejection();
    }
}
