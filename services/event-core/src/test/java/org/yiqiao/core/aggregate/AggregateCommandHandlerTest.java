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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.InMemoryEventPublisher;
import org.yiqiao.core.PostAggregateType;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.core.outbox.OutboxRelay;

class AggregateCommandHandlerTest {

    private final InMemoryEventPublisher publisher = new InMemoryEventPublisher();
    private final AggregateStore store = TestDatabase.createStore();
    private final OutboxRelay relay = new OutboxRelay(store, publisher, Clock.systemUTC());
    private final AggregateCommandHandler<PostAggregateType.Post, GridPostEvent, PostAggregateType.NoFacts> posts =
            new AggregateCommandHandler<>(new PostAggregateType(), store, relay, Clock.systemUTC());

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void eventsArePublishedInOrder() {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        requireSuccess(posts.update("a", new PostAggregateType.ChangeChief("y"), metadata()));

        await().untilAsserted(() -> assertThat(publisher.publishedIds("a")).containsExactly("a-1", "a-2"));
        await().untilAsserted(
                        () -> assertThat(posts.find("a").orElseThrow().outbox()).isEmpty());
    }

    @Test
    void repeatedIdempotencyKeyHasOneEffect() {
        CommandMetadata keyed = metadata().withIdempotencyKey(new ProcessedCommands.IdempotencyKey("k", "print"));
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), keyed));

        assertThat(requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), keyed))
                        .repeated())
                .isTrue();

        CommandMetadata second = metadata().withIdempotencyKey(new ProcessedCommands.IdempotencyKey("k2", "print"));
        requireSuccess(posts.update("a", new PostAggregateType.ChangeChief("y"), second));
        assertThat(requireSuccess(posts.update("a", new PostAggregateType.ChangeChief("y"), second))
                        .repeated())
                .isTrue();
        assertThat(posts.find("a").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void idempotencyKeyCannotBeReusedForAnotherCommand() {
        requireSuccess(posts.create(
                "a",
                new PostAggregateType.OpenPost("x"),
                metadata().withIdempotencyKey(new ProcessedCommands.IdempotencyKey("k", "one"))));

        assertThat(requireFailure(posts.update(
                                "a",
                                new PostAggregateType.ChangeChief("y"),
                                metadata().withIdempotencyKey(new ProcessedCommands.IdempotencyKey("k", "two"))))
                        .code())
                .isEqualTo("idempotency-key.reused");
    }

    @Test
    void sourceEventIsProcessedOnce() {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        CommandMetadata reaction = CommandMetadata.ofReaction("c", "s-4", new ProcessedCommands.SourceEvent("s", 4));
        requireSuccess(posts.update("a", new PostAggregateType.ChangeChief("y"), reaction));

        assertThat(requireSuccess(posts.update("a", new PostAggregateType.ChangeChief("z"), reaction))
                        .repeated())
                .isTrue();

        assertThat(posts.find("a").orElseThrow().state().chief()).isEqualTo("y");
    }

    @Test
    void staleExpectedVersionIsRejected() {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        requireSuccess(posts.update("a", new PostAggregateType.ChangeChief("y"), metadata()));

        CommandMetadata stale = new CommandMetadata("me", AccessScope.FULL, "c", null, null, null, null, 1L);
        assertThat(requireFailure(posts.update("a", new PostAggregateType.ChangeChief("z"), stale)))
                .isEqualTo(Rejection.stale(2));
    }

    @Test
    void commandThatAlwaysMeetsAnotherWriteIsRejected() {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        AtomicInteger writes = new AtomicInteger();
        UpdateCommand<PostAggregateType.Post, GridPostEvent, PostAggregateType.NoFacts> slow = (state, context) -> {
            requireSuccess(posts.update(
                    "a", new PostAggregateType.ChangeChief("other-" + writes.incrementAndGet()), metadata()));
            return new PostAggregateType.ChangeChief("mine").decide(state, context);
        };

        assertThat(requireFailure(posts.update("a", slow, metadata())))
                .isEqualTo(Rejection.overloaded("aggregate.contended"));
        assertThat(posts.find("a").orElseThrow().state().chief()).isEqualTo("other-" + writes.get());
    }

    @Test
    void rejectedCommandWritesNothing() {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));

        assertThat(requireFailure(posts.update("a", new PostAggregateType.ChangeChief(""), metadata()))
                        .code())
                .isEqualTo("post.nobody");
        assertThat(requireFailure(posts.update("b", new PostAggregateType.ChangeChief("x"), metadata()))
                        .code())
                .isEqualTo("grid-post.unknown");
        assertThat(requireFailure(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()))
                        .code())
                .isEqualTo("grid-post.exists");

        assertThat(posts.find("a").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void concurrentCommandsAreSerialized() throws Exception {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        List<Callable<CommandResult<PostAggregateType.Post>>> commands = IntStream.range(0, 24)
                .<Callable<CommandResult<PostAggregateType.Post>>>mapToObj(
                        i -> () -> posts.update("a", new PostAggregateType.ChangeChief("chief-" + i), metadata()))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (var result : threads.invokeAll(commands)) {
                requireSuccess(result.get());
            }
        }

        assertThat(posts.find("a").orElseThrow().state().changes()).isEqualTo(25);
        await().untilAsserted(
                        () -> assertThat(publisher.publishedIds("a").stream().distinct())
                                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25)
                                        .mapToObj(seq -> "a-" + seq)
                                        .toList()));
    }

    @Test
    void fullOutboxRejectsCommands() {
        publisher.setUnavailable(true);
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        for (int i = 1; i < AggregateCommandHandler.MAX_OUTBOX_SIZE; i++) {
            requireSuccess(posts.update("a", new PostAggregateType.ChangeChief("chief-" + i), metadata()));
        }

        assertThat(requireFailure(posts.update("a", new PostAggregateType.ChangeChief("one more"), metadata())))
                .isEqualTo(Rejection.overloaded("outbox.full"));
    }

    @Test
    void createAllOmitsExistingAggregates() {
        requireSuccess(posts.create("b", new PostAggregateType.OpenPost("x"), metadata()));

        Map<String, CommandResult<PostAggregateType.Post>> results = posts.createAll(
                Map.of("a", new PostAggregateType.OpenPost("y"), "b", new PostAggregateType.OpenPost("y")), metadata());

        assertThat(results).containsOnlyKeys("a");
        assertThat(posts.find("b").orElseThrow().state().chief()).isEqualTo("x");
        await().untilAsserted(() -> assertThat(publisher.publishedIds("a")).containsExactly("a-1"));
    }

    @Test
    void aggregateOutsideAccessScopeIsReportedAsUnknown() {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        CommandMetadata outsider = metadata().withAccessScope(accessScope("330109106002", "person:y"));

        assertThat(requireFailure(posts.update("a", new PostAggregateType.ChangeChief("y"), outsider)))
                .isEqualTo(Rejection.notFound("grid-post.unknown").withDetail("id", "a"))
                .isEqualTo(requireFailure(posts.update("a", new PostAggregateType.ChangeChief(""), outsider)));
        assertThat(posts.find("a", outsider.accessScope())).isEmpty();
        assertThat(posts.find("a", accessScope("330109106"))).isPresent();
        requireSuccess(posts.update(
                "a", new PostAggregateType.ChangeChief("y"), metadata().withAccessScope(accessScope("person:x"))));
        assertThat(requireFailure(posts.update(
                                "a",
                                new PostAggregateType.ChangeChief("z"),
                                metadata().withAccessScope(accessScope("person:x"))))
                        .code())
                .isEqualTo("grid-post.unknown");
    }

    @Test
    void repeatedCommandRequiresAccess() {
        CommandMetadata keyed = metadata().withIdempotencyKey(new ProcessedCommands.IdempotencyKey("k", "print"));
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), keyed));

        assertThat(requireFailure(posts.create(
                                "a",
                                new PostAggregateType.OpenPost("y"),
                                keyed.withAccessScope(accessScope("person:y"))))
                        .code())
                .isEqualTo("grid-post.exists");
        assertThat(requireFailure(posts.update(
                                "a",
                                new PostAggregateType.ClaimPost("y"),
                                keyed.withAccessScope(accessScope("person:x"))
                                        .withIdempotencyKey(new ProcessedCommands.IdempotencyKey("k", "other"))))
                        .code())
                .isEqualTo("idempotency-key.reused");
    }

    @Test
    void creationOutsideAccessScopeIsForbidden() {
        CommandMetadata outsider = metadata().withAccessScope(accessScope("330109106002"));

        assertThat(requireFailure(posts.create("a", new PostAggregateType.OpenPost("x"), outsider)))
                .isEqualTo(Rejection.forbidden("access.outside-scope"));
        assertThat(posts.createAll(Map.of("a", new PostAggregateType.OpenPost("x")), outsider))
                .containsEntry("a", new CommandResult.Rejected<>(Rejection.forbidden("access.outside-scope")));
        assertThat(posts.find("a")).isEmpty();
        requireSuccess(posts.create(
                "a", new PostAggregateType.OpenPost("x"), metadata().withAccessScope(accessScope("person:x"))));
    }

    @Test
    void claimRequiresAccessToClaimedAggregate() {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        CommandMetadata claimant = metadata().withAccessScope(accessScope("person:y"));

        assertThat(requireFailure(posts.update("a", new PostAggregateType.ClaimPost("x"), claimant))
                        .code())
                .isEqualTo("access.outside-scope");
        assertThat(requireFailure(posts.update("a", new PostAggregateType.ClaimPost("z"), claimant))
                        .code())
                .isEqualTo("access.outside-scope");
        assertThat(requireSuccess(posts.update("a", new PostAggregateType.ClaimPost("y"), claimant))
                        .state()
                        .chief())
                .isEqualTo("y");
    }

    @Test
    void claimDoesNotRevealVersion() {
        requireSuccess(posts.create("a", new PostAggregateType.OpenPost("x"), metadata()));
        CommandMetadata claimant = metadata().withAccessScope(accessScope("person:y"));

        assertThat(List.of(1L, 999L))
                .extracting(version -> requireFailure(posts.update(
                        "a", new PostAggregateType.ClaimPost("y"), withExpectedVersion(claimant, version))))
                .containsOnly(Rejection.notFound("grid-post.unknown").withDetail("id", "a"));
        assertThat(requireFailure(
                        posts.update("a", new PostAggregateType.ClaimPost("y"), withExpectedVersion(metadata(), 999))))
                .isEqualTo(Rejection.stale(1));
    }

    private static CommandMetadata withExpectedVersion(CommandMetadata metadata, long version) {
        return new CommandMetadata(
                metadata.actor(), metadata.accessScope(), metadata.correlationId(), null, null, null, null, version);
    }

    private static AccessScope accessScope(String... owners) {
        return new AccessScope.LimitedAccess(Set.of(owners));
    }

    private static CommandMetadata metadata() {
        return CommandMetadata.of("tester", "correlation");
    }

    private static <S> CommandResult.Completed<S> requireSuccess(CommandResult<S> result) {
        assertThat(result).isInstanceOf(CommandResult.Completed.class);
        return (CommandResult.Completed<S>) result;
    }

    private static Rejection requireFailure(CommandResult<?> result) {
        assertThat(result).isInstanceOf(CommandResult.Rejected.class);
        return ((CommandResult.Rejected<?>) result).rejection();
    }
}
