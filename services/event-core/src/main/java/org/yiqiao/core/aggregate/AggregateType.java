package org.yiqiao.core.aggregate;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.decider.TimestampedEvent;

/**
 * What the spine has to know of an aggregate: its name, its state and events, and how an event changes the state.
 *
 * @param <S> the state, a record that the driver's record codec can write
 * @param <F> the facts that its rules need
 */
public interface AggregateType<S, E extends DomainEvent, F> {

    Class<S> stateClass();

    Class<E> eventClass();

    /** The state after what happened; {@code state} is null before the first event. */
    S evolve(@Nullable S state, TimestampedEvent<? extends E> occurrence);

    Jurisdiction jurisdiction(S state);

    /** What it belongs to: only who reaches that reads or changes it. */
    Ownership ownership(String id, S state, F facts);

    /** Whom the {@code @PersonalData} fields of a state tell of, by pseudonymous id; null if that is nobody known. */
    default @Nullable String dataSubject(S state) {
        return null;
    }

    /**
     * A state as somebody is shown it who reaches it and has stated no purpose: what is personal is masked, unless it is
     * their own or in their hands.
     *
     * @param caller pseudonymous id
     * @param posts that the caller holds
     */
    default S mask(S state, String caller, Set<Post> posts) {
        return state;
    }

    /** The facts of this moment. */
    F facts();

    /** The state of an id that nothing has happened to yet, or null if such an id does not exist. */
    default @Nullable S initialState(String id) {
        return null;
    }

    /** The name of its collection and its part of {@code ce_source}. */
    default String name() {
        return EventType.aggregateNameOf(eventClass());
    }

    default PlatformService service() {
        return EventType.publisherOf(eventClass());
    }
}
