package org.yiqiao.binding.runtime;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;

/** An aggregate type for grid posts with a state that only counts the events. */
record TestAggregateType() implements AggregateType<TestAggregateType.Post, GridPostEvent, TestAggregateType.NoFacts> {

    record Post(int changes) {}

    record NoFacts() {}

    @Override
    public Class<Post> stateClass() {
        return Post.class;
    }

    @Override
    public Class<GridPostEvent> eventClass() {
        return GridPostEvent.class;
    }

    @Override
    public Post evolve(@Nullable Post before, TimestampedEvent<? extends GridPostEvent> event) {
        return new Post(before == null ? 1 : before.changes() + 1);
    }

    @Override
    public Jurisdiction jurisdiction(Post post) {
        return new Jurisdiction(null, null);
    }

    @Override
    public Ownership ownership(String id, Post post, NoFacts facts) {
        return Ownership.NONE;
    }

    @Override
    public NoFacts facts() {
        return new NoFacts();
    }
}
