package org.yiqiao.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.CreateCommand;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.core.decider.UpdateCommand;

/** A small aggregate type for tests of the event core: a post with changing chiefs. */
public record PostAggregateType()
        implements AggregateType<PostAggregateType.Post, GridPostEvent, PostAggregateType.NoFacts> {

    public record Post(int changes, @Nullable String chief) {}

    public record NoFacts() {}

    /** Creates a post with its first chief. */
    public record OpenPost(String chief) implements CreateCommand<GridPostEvent, NoFacts> {
        @Override
        public Decision<GridPostEvent> decide(DecisionContext<NoFacts> context) {
            return context.accept(new GridChiefAppointed("g", chief, null));
        }
    }

    /** Gives the post to another chief. */
    public record ChangeChief(String chief) implements UpdateCommand<Post, GridPostEvent, NoFacts> {
        @Override
        public Decision<GridPostEvent> decide(Post post, DecisionContext<NoFacts> context) {
            if (chief.equals(post.chief())) {
                return context.acceptWithoutEvents();
            }
            return chief.isEmpty()
                    ? Rejection.conflict("post.nobody").toDecision()
                    : context.accept(new GridChiefAppointed("g", chief, null));
        }
    }

    /** Claims the post for a person. */
    public record ClaimPost(String chief) implements UpdateCommand<Post, GridPostEvent, NoFacts> {
        @Override
        public Decision<GridPostEvent> decide(Post post, DecisionContext<NoFacts> context) {
            return chief.equals(post.chief())
                    ? context.acceptWithoutEvents()
                    : context.accept(new GridChiefAppointed("g", chief, null));
        }

        @Override
        public Ownership claims(String id, NoFacts facts) {
            return Ownership.ofPath(List.of("330109106", "330109106001")).withPerson(chief);
        }
    }

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
        int changes = before == null ? 1 : before.changes() + 1;
        return switch (event.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> new Post(changes, person);
            case GridChiefRelieved relieved -> new Post(changes, null);
        };
    }

    @Override
    public Jurisdiction jurisdiction(Post post) {
        return new Jurisdiction("330109106", "330109106001");
    }

    @Override
    public Ownership ownership(String id, Post post, NoFacts facts) {
        return Ownership.ofPath(List.of("330109106", "330109106001")).withPerson(post.chief());
    }

    @Override
    public NoFacts facts() {
        return new NoFacts();
    }
}
