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
 * Defines a type of aggregate: its name, its state and events, and how an event changes the state.
 *
 * @param <S> the state, a record that the record codec of the driver can write
 * @param <F> the facts that the rules need
 */
public interface AggregateType<S, E extends DomainEvent, F> {

    Class<S> stateClass();

    Class<E> eventClass();

    /** Returns the state after an event; {@code state} is null before the first event. */
    S evolve(@Nullable S state, TimestampedEvent<? extends E> event);

    Jurisdiction jurisdiction(S state);

    /**
     * Returns the owners of an aggregate. Only callers with access to one of the owners can read or change the
     * aggregate.
     */
    Ownership ownership(String id, S state, F facts);

    /**
     * Returns the pseudonymous id of the person that the {@code @PersonalData} fields of a state describe; null if that
     * person is unknown.
     */
    default @Nullable String dataSubject(S state) {
        return null;
    }

    /**
     * Returns a state as shown to a caller with access and without a stated purpose. Personal data is masked, unless it
     * is the caller's own or the caller handles the aggregate.
     *
     * @param caller pseudonymous id
     * @param posts posts that the caller holds
     */
    default S mask(S state, String caller, Set<Post> posts) {
        return state;
    }

    /** Returns the current facts. */
    F facts();

    /** Returns the state of an id that has no events yet, or null if such an id does not exist. */
    default @Nullable S initialState(String id) {
        return null;
    }

    /** Returns the name of the collection, which is also the type's part of {@code ce_source}. */
    default String name() {
        return EventType.aggregateNameOf(eventClass());
    }

    default PlatformService service() {
        return EventType.publisherOf(eventClass());
    }
}
