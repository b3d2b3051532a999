package org.yiqiao.core;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.core.privacy.Personal;

/** An aggregate whose state tells of a person. */
public record Neighbours() implements Aggregate<Neighbours.Neighbour, GridPostEvent, Neighbours.None> {

    public record Neighbour(
            @Nullable String person, @Personal @Nullable String name, String grid) {}

    public record None() {}

    @Override
    public Class<Neighbour> state() {
        return Neighbour.class;
    }

    @Override
    public Class<GridPostEvent> events() {
        return GridPostEvent.class;
    }

    @Override
    public @Nullable String person(Neighbour state) {
        return state.person();
    }

    @Override
    public Neighbour evolve(@Nullable Neighbour before, Occurrence<? extends GridPostEvent> occurrence) {
        return switch (occurrence.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> new Neighbour(person, name, grid);
            case GridChiefRelieved(var grid, var person, var reason) -> new Neighbour(null, null, grid);
        };
    }

    @Override
    public Scope scope(Neighbour state) {
        return Scope.UNKNOWN;
    }

    @Override
    public Belonging belonging(String id, Neighbour state, None facts) {
        return Belonging.TO_NOBODY;
    }

    @Override
    public None facts() {
        return new None();
    }
}
