package org.yiqiao.core;

import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.GridPostEvent;
import org.yiqiao.contracts.GridPostEvent.GridChiefAppointed;
import org.yiqiao.contracts.GridPostEvent.GridChiefRelieved;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.core.privacy.PersonalData;

/** An aggregate type with personal data in its state. */
public record NeighbourAggregateType()
        implements AggregateType<NeighbourAggregateType.Neighbour, GridPostEvent, NeighbourAggregateType.NoFacts> {

    public record Neighbour(
            @Nullable String person, @PersonalData @Nullable String name, String grid) {}

    public record NoFacts() {}

    @Override
    public Class<Neighbour> stateClass() {
        return Neighbour.class;
    }

    @Override
    public Class<GridPostEvent> eventClass() {
        return GridPostEvent.class;
    }

    @Override
    public @Nullable String dataSubject(Neighbour state) {
        return state.person();
    }

    @Override
    public Neighbour evolve(@Nullable Neighbour before, TimestampedEvent<? extends GridPostEvent> event) {
        return switch (event.event()) {
            case GridChiefAppointed(var grid, var person, var name) -> new Neighbour(person, name, grid);
            case GridChiefRelieved(var grid, var person, var reason) -> new Neighbour(null, null, grid);
        };
    }

    @Override
    public Jurisdiction jurisdiction(Neighbour state) {
        return Jurisdiction.UNKNOWN;
    }

    @Override
    public Ownership ownership(String id, Neighbour state, NoFacts facts) {
        return Ownership.NONE;
    }

    @Override
    public NoFacts facts() {
        return new NoFacts();
    }
}
