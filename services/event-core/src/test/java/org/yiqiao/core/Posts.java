package org.yiqiao.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Creation;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.core.decider.Rejection;

/** A small aggregate to test the spine with: a post that changes hands. */
public record Posts() implements Aggregate<Posts.Post, GridPostEvent, Posts.None> {

    public record Post(int changes, @Nullable String chief) {}

    public record None() {}

    /** Opens a post with its first chief. */
    public record Open(String chief) implements Creation<GridPostEvent, None> {
        @Override
        public Decision<GridPostEvent> decide(Context<None> context) {
            return context.accept(new GridChiefAppointed("g", chief, null));
        }
    }

    /** Gives the post to another. */
    public record Change(String chief) implements Command<Post, GridPostEvent, None> {
        @Override
        public Decision<GridPostEvent> decide(Post post, Context<None> context) {
            if (chief.equals(post.chief())) {
                return context.nothingToDo();
            }
            return chief.isEmpty()
                    ? Rejection.conflict("post.nobody").decided()
                    : context.accept(new GridChiefAppointed("g", chief, null));
        }
    }

    /** Somebody makes the post their own. */
    public record Take(String chief) implements Command<Post, GridPostEvent, None> {
        @Override
        public Decision<GridPostEvent> decide(Post post, Context<None> context) {
            return chief.equals(post.chief())
                    ? context.nothingToDo()
                    : context.accept(new GridChiefAppointed("g", chief, null));
        }

        @Override
        public Belonging takes(String id, None facts) {
            return Belonging.in(List.of("330109106", "330109106001")).andPerson(chief);
        }
    }

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
        int changes = before == null ? 1 : before.changes() + 1;
        return switch (occurrence.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> new Post(changes, person);
            case GridChiefRelieved relieved -> new Post(changes, null);
        };
    }

    @Override
    public Scope scope(Post post) {
        return new Scope("330109106", "330109106001");
    }

    @Override
    public Belonging belonging(String id, Post post, None facts) {
        return Belonging.in(List.of("330109106", "330109106001")).andPerson(post.chief());
    }

    @Override
    public None facts() {
        return new None();
    }
}
