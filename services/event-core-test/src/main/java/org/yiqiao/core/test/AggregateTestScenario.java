package org.yiqiao.core.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.core.decider.UpdateCommand;

/**
 * Tests a rule of an aggregate: {@code
 * AggregateTestScenario.of(aggregate).given(…).asActor("chief-1").when(command).then(…)}.
 */
public final class AggregateTestScenario<S, E extends DomainEvent, F> {

    /** Time at which every scenario is decided. */
    public static final Instant NOW = Instant.parse("2026-03-02T02:10:00Z");

    private static final String ID = "id-1";

    private final AggregateType<S, E, F> aggregate;
    private final String actor;
    private final @Nullable S state;

    private AggregateTestScenario(AggregateType<S, E, F> aggregate, String actor, @Nullable S state) {
        this.aggregate = aggregate;
        this.actor = actor;
        this.state = state;
    }

    public static <S, E extends DomainEvent, F> AggregateTestScenario<S, E, F> of(AggregateType<S, E, F> aggregate) {
        return new AggregateTestScenario<>(aggregate, DecisionContext.ANONYMOUS, aggregate.initialState(ID));
    }

    /** Sets the id of the aggregate; needed where its initial state contains the id. */
    public AggregateTestScenario<S, E, F> withId(String id) {
        return new AggregateTestScenario<>(aggregate, actor, aggregate.initialState(id));
    }

    /** Applies events that happened an hour ago. */
    @SafeVarargs
    public final AggregateTestScenario<S, E, F> given(E... events) {
        S folded = state;
        for (E event : events) {
            folded = aggregate.evolve(folded, new TimestampedEvent<>(event, NOW.minusSeconds(3600)));
        }
        return new AggregateTestScenario<>(aggregate, actor, folded);
    }

    /** Sets the actor of the command. */
    public AggregateTestScenario<S, E, F> asActor(String newActor) {
        return new AggregateTestScenario<>(aggregate, newActor, state);
    }

    public DecisionAssert<E> when(UpdateCommand<S, E, F> command) {
        if (state == null) {
            throw new AssertionError("The scenario has no given events, and the aggregate has no initial state");
        }
        return new DecisionAssert<>(command.decide(state, decisionContext()));
    }

    public DecisionAssert<E> when(CreateCommand<E, F> creation) {
        return new DecisionAssert<>(creation.decide(decisionContext()));
    }

    /** Returns the state after the given events. */
    public @Nullable S state() {
        return state;
    }

    private DecisionContext<F> decisionContext() {
        return new DecisionContext<>(NOW, actor, aggregate.facts());
    }

    /** Assertions on a decision. */
    public record DecisionAssert<E extends DomainEvent>(Decision<E> decision) {

        /** Asserts that exactly these events happen, in this order. */
        @SafeVarargs
        public final void then(E... events) {
            List<E> expected = new ArrayList<>();
            for (E event : events) {
                expected.add(event);
            }
            assertThat(timestampedEvents()).map(TimestampedEvent::event).isEqualTo(expected);
        }

        public void thenNoEvents() {
            assertThat(timestampedEvents()).isEmpty();
        }

        public void thenRejected(String code) {
            assertThat(decision).isInstanceOfSatisfying(Decision.Rejected.class, rejected -> assertThat(
                            rejected.rejection().code())
                    .isEqualTo(code));
        }

        /** Returns the events of an accepted command, with their times. */
        public List<TimestampedEvent<E>> timestampedEvents() {
            return switch (decision) {
                case Decision.Accepted<E>(var happened) -> happened;
                case Decision.Rejected<E>(var rejection) -> throw new AssertionError("Rejected: " + rejection);
            };
        }
    }
}
