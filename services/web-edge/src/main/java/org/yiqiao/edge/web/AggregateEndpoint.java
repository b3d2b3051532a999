package org.yiqiao.edge.web;

import org.jspecify.annotations.Nullable;
import org.yiqiao.access.GeneratedEndpoint;

/** A generated endpoint of an aggregate, as the API document describes it. */
public interface AggregateEndpoint extends GeneratedEndpoint {

    /** Returns the name of the aggregate type, such as {@code case}. */
    String aggregateName();

    /** Returns the record of the state, which the response shows. */
    Class<?> stateClass();

    /** Returns the record of the command; null for the lookup. */
    @Nullable
    Class<?> command();

    /** Returns whether the command creates the aggregate. */
    default boolean creates() {
        return false;
    }
}
