package org.yiqiao.edge.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.yiqiao.access.Caller;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.aggregate.StoredAggregate;

/**
 * An aggregate as its service shows it: id and version, then the state's own fields.
 *
 * @param erased true if the person whom it tells of has been erased, absent otherwise
 */
public record AggregateView(
        String id,
        long version,
        @Nullable Boolean erased,
        @JsonUnwrapped Object state) {

    /** With what is personal masked, unless it is the caller's own or in the caller's hands. */
    public static <S> AggregateView of(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> stored, Caller caller) {
        return of(stored, aggregate.mask(stored.state(), caller.id(), caller.posts()));
    }

    /** The same of what a command came to. */
    static <S> AggregateView of(AggregateType<S, ?, ?> aggregate, CommandResult.Completed<S> done, Caller caller) {
        return new AggregateView(
                done.id(), done.version(), null, aggregate.mask(done.state(), caller.id(), caller.posts()));
    }

    /** The whole of it: only for whom has stated a purpose that was audited. */
    public static AggregateView unmasked(StoredAggregate<?> stored) {
        return of(stored, stored.state());
    }

    private static AggregateView of(StoredAggregate<?> stored, Object shown) {
        return new AggregateView(
                stored.id(), stored.version(), stored.encryptionState().isErased() ? true : null, shown);
    }
}
