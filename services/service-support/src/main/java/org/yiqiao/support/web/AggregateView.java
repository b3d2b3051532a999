package org.yiqiao.support.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.yiqiao.core.aggregate.StoredAggregate;

/** An aggregate as its service shows it: id and version, then the state's own fields. */
public record AggregateView(
        String id, long version, @JsonUnwrapped Object state) {

    public static AggregateView of(StoredAggregate<?> aggregate) {
        return new AggregateView(aggregate.id(), aggregate.version(), aggregate.state());
    }
}
