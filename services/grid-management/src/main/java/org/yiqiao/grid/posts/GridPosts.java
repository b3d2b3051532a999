package org.yiqiao.grid.posts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.support.territory.TerritoryMap;

/** Posts as aggregates, by the code of their grid. */
public record GridPosts(Supplier<TerritoryMap> territory) implements Aggregate<GridPost, GridPostEvent, TerritoryMap> {

    @Override
    public Class<GridPost> state() {
        return GridPost.class;
    }

    @Override
    public Class<GridPostEvent> events() {
        return GridPostEvent.class;
    }

    @Override
    public GridPost initial(String grid) {
        return GridPost.vacant(grid);
    }

    @Override
    public GridPost evolve(@Nullable GridPost post, Occurrence<? extends GridPostEvent> occurrence) {
        return switch (occurrence.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> new GridPost(grid, person, name);
            case GridChiefRelieved(var grid, var person, var reason) -> GridPost.vacant(grid);
        };
    }

    @Override
    public Scope scope(GridPost post) {
        return Scope.of(facts().path(post.grid()));
    }

    @Override
    public Belonging belonging(String grid, GridPost post, TerritoryMap facts) {
        return Belonging.in(facts.path(grid));
    }

    @Override
    public @Nullable String person(GridPost post) {
        return post.chief();
    }

    @Override
    public TerritoryMap facts() {
        return territory.get();
    }
}
