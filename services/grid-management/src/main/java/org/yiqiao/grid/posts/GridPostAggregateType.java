package org.yiqiao.grid.posts;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.support.territory.TerritoryMap;

/** The aggregate type of grid posts, identified by the code of their grid. */
public record GridPostAggregateType(Supplier<TerritoryMap> territory)
        implements AggregateType<GridPost, GridPostEvent, TerritoryMap> {

    @Override
    public Class<GridPost> stateClass() {
        return GridPost.class;
    }

    @Override
    public Class<GridPostEvent> eventClass() {
        return GridPostEvent.class;
    }

    @Override
    public GridPost initialState(String grid) {
        return GridPost.vacant(grid);
    }

    @Override
    public GridPost evolve(@Nullable GridPost post, TimestampedEvent<? extends GridPostEvent> timestamped) {
        return switch (timestamped.event()) {
            case GridChiefAppointed(var grid, var person, var name) ->
                postBefore(post, grid).withChief(person, name);
            case GridChiefRelieved(var grid, var person, var reason) ->
                postBefore(post, grid).withRelief(new Relief(timestamped.time(), person, reason));
        };
    }

    private static GridPost postBefore(@Nullable GridPost post, String grid) {
        return post == null ? GridPost.vacant(grid) : post;
    }

    @Override
    public Jurisdiction jurisdiction(GridPost post) {
        return Jurisdiction.of(facts().path(post.grid()));
    }

    @Override
    public Ownership ownership(String grid, GridPost post, TerritoryMap facts) {
        return Ownership.ofPath(facts.path(grid));
    }

    @Override
    public @Nullable String dataSubject(GridPost post) {
        return post.chief();
    }

    @Override
    public GridPost mask(GridPost post, String caller, Set<Post> posts) {
        return post.visibleTo(posts, facts().path(post.grid()));
    }

    @Override
    public TerritoryMap facts() {
        return territory.get();
    }
}
