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

/** A rule of an aggregate in its past: {@code Scenario.of(aggregate).given(…).by("chief-1").when(command).then(…)}. */
public final class Scenario<S, E extends DomainEvent, F> {

    /** When every scenario is decided. */
    public static final Instant NOW = Instant.parse("2026-03-02T02:10:00Z");

    private static final String ID = "id-1";

    private final AggregateType<S, E, F> aggregate;
    private final String actor;
    private final @Nullable S state;

    private Scenario(AggregateType<S, E, F> aggregate, String actor, @Nullable S state) {
        this.aggregate = aggregate;
        this.actor = actor;
        this.state = state;
    }

    public static <S, E extends DomainEvent, F> Scenario<S, E, F> of(AggregateType<S, E, F> aggregate) {
        return new Scenario<>(aggregate, DecisionContext.ANONYMOUS, aggregate.initialState(ID));
    }

    /** The aggregate has this id; matters where its initial state holds it. */
    public Scenario<S, E, F> withId(String id) {
        return new Scenario<>(aggregate, actor, aggregate.initialState(id));
    }

    /** These events have happened before, an hour ago. */
    @SafeVarargs
    public final Scenario<S, E, F> given(E... events) {
        S folded = state;
        for (E event : events) {
            folded = aggregate.evolve(folded, new TimestampedEvent<>(event, NOW.minusSeconds(3600)));
        }
        return new Scenario<>(aggregate, actor, folded);
    }

    /** Whoever gives the command. */
    public Scenario<S, E, F> asActor(String someone) {
        return new Scenario<>(aggregate, someone, state);
    }

    public DecisionAssert<E> when(UpdateCommand<S, E, F> command) {
        if (state == null) {
            throw new AssertionError("The scenario gives no events, and there is no initial state");
        }
        return new DecisionAssert<>(command.decide(state, decisionContext()));
    }

    public DecisionAssert<E> when(CreateCommand<E, F> creation) {
        return new DecisionAssert<>(creation.decide(decisionContext()));
    }

    /** The state that the given events lead to. */
    public @Nullable S state() {
        return state;
    }

    private DecisionContext<F> decisionContext() {
        return new DecisionContext<>(NOW, actor, aggregate.facts());
    }

    /** What was decided. */
    public record DecisionAssert<E extends DomainEvent>(Decision<E> decision) {

        /** Exactly these events happen, in this order. */
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

        /** What happens, with the times of it. */
        public List<TimestampedEvent<E>> timestampedEvents() {
            return switch (decision) {
                case Decision.Accepted<E>(var happened) -> happened;
                case Decision.Rejected<E>(var rejection) -> throw new AssertionError("Rejected: " + rejection);
            };
        }
    }
}
