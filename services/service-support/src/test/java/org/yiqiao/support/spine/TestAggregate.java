package org.yiqiao.support.spine;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;

/** A post of which only the number of its events is known. */
record TestAggregate() implements Aggregate<TestAggregate.Post, GridPostEvent, TestAggregate.None> {

    record Post(int changes) {}

    record None() {}

    @Override
    public Class<Post> state() {
        return Post.class;
    }

    @Override
    public Class<GridPostEvent> events() {
        return GridPostEvent.class;
    }

    @Override
    public Post evolve(@Nullable Post before, Occurrence<? extends GridPostEvent> occurrence) {
        return new Post(before == null ? 1 : before.changes() + 1);
    }

    @Override
    public Scope scope(Post post) {
        return new Scope(null, null);
    }

    @Override
    public Belonging belonging(String id, Post post, None facts) {
        return Belonging.TO_NOBODY;
    }

    @Override
    public None facts() {
        return new None();
    }
}
