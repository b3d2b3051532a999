package org.yiqiao.edge.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.yiqiao.access.Caller;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.aggregate.StoredAggregate;

/**
 * An aggregate as shown in responses: id and version, followed by the fields of the state.
 *
 * @param id id of this resource
 * @param version number of events so far; the ETag of the response
 * @param erased true if the personal data of the data subject has been erased, absent otherwise
 */
public record AggregateView<S>(
        String id,
        long version,
        @Nullable Boolean erased,
        @JsonUnwrapped S state) {

    /**
     * Returns a view with masked personal data. Personal data of the caller, or of an aggregate that the caller
     * handles, is not masked.
     */
    public static <S> AggregateView<S> of(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> stored, Caller caller) {
        return of(stored, aggregate.mask(stored.state(), caller.id(), caller.posts()));
    }

    /** Returns a view of the result of a command, masked like a stored aggregate. */
    static <S> AggregateView<S> of(
            AggregateType<S, ?, ?> aggregate, CommandResult.Completed<S> completed, Caller caller) {
        return new AggregateView<>(
                completed.id(),
                completed.version(),
                null,
                aggregate.mask(completed.state(), caller.id(), caller.posts()));
    }

    /** Returns an unmasked view, only for callers with a stated and audited purpose. */
    public static <S> AggregateView<S> unmasked(StoredAggregate<S> stored) {
        return of(stored, stored.state());
    }

    private static <S> AggregateView<S> of(StoredAggregate<S> stored, S visibleState) {
        return new AggregateView<>(
                stored.id(), stored.version(), stored.encryptionState().isErased() ? true : null, visibleState);
    }
}
