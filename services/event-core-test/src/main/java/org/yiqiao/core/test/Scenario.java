package org.yiqiao.core.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Occurrence;

/** A rule of an aggregate in its past: {@code Scenario.of(aggregate).given(…).by("chief-1").when(command).then(…)}. */
public final class Scenario<S, E extends DomainEvent, F> {

    /** When every scenario is decided. */
    public static final Instant NOW = Instant.parse("2026-03-02T02:10:00Z");

    private static final String ID = "id-1";

    private final Aggregate<S, E, F> aggregate;
    private final String actor;
    private final @Nullable S state;

    private Scenario(Aggregate<S, E, F> aggregate, String actor, @Nullable S state) {
        this.aggregate = aggregate;
        this.actor = actor;
        this.state = state;
    }

    public static <S, E extends DomainEvent, F> Scenario<S, E, F> of(Aggregate<S, E, F> aggregate) {
        return new Scenario<>(aggregate, Context.ANONYMOUS, aggregate.initial(ID));
    }

    /** The aggregate has this id; matters where its initial state holds it. */
    public Scenario<S, E, F> withId(String id) {
        return new Scenario<>(aggregate, actor, aggregate.initial(id));
    }

    /** These events have happened before, an hour ago. */
    @SafeVarargs
    public final Scenario<S, E, F> given(E... events) {
        S folded = state;
        for (E event : events) {
            folded = aggregate.evolve(folded, new Occurrence<>(event, NOW.minusSeconds(3600)));
        }
        return new Scenario<>(aggregate, actor, folded);
    }

    /** Whoever gives the command. */
    public Scenario<S, E, F> by(String someone) {
        return new Scenario<>(aggregate, someone, state);
    }

    public Outcome<E> when(Command<S, E, F> command) {
        if (state == null) {
            throw new AssertionError("The scenario gives no events, and there is no initial state");
        }
        return new Outcome<>(command.decide(state, context()));
    }

    public Outcome<E> when(Creation<E, F> creation) {
        return new Outcome<>(creation.decide(context()));
    }

    /** The state that the given events lead to. */
    public @Nullable S state() {
        return state;
    }

    private Context<F> context() {
        return new Context<>(NOW, actor, aggregate.facts());
    }

    /** What was decided. */
    public record Outcome<E extends DomainEvent>(Decision<E> decision) {

        /** Exactly these events happen, in this order. */
        @SafeVarargs
        public final void then(E... events) {
            List<E> expected = new ArrayList<>();
            for (E event : events) {
                expected.add(event);
            }
            assertThat(occurrences()).map(Occurrence::event).isEqualTo(expected);
        }

        public void thenNothing() {
            assertThat(occurrences()).isEmpty();
        }

        public void thenRejected(String code) {
            assertThat(decision).isInstanceOfSatisfying(Decision.Rejected.class, rejected -> assertThat(
                            rejected.rejection().code())
                    .isEqualTo(code));
        }

        /** What happens, with the times of it. */
        public List<Occurrence<E>> occurrences() {
            return switch (decision) {
                case Decision.Accepted<E>(var happened) -> happened;
                case Decision.Rejected<E>(var rejection) -> throw new AssertionError("Rejected: " + rejection);
            };
        }
    }
}
