package org.yiqiao.grid.territory;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryEvent.TerritoryImported;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.support.territory.TerritoryMap;

/** The aggregate type of territories, identified by the code of their township. */
public record TerritoryAggregateType(Supplier<TerritoryMap> territory)
        implements AggregateType<Territory, TerritoryEvent, TerritoryMap> {

    @Override
    public Class<Territory> stateClass() {
        return Territory.class;
    }

    @Override
    public Class<TerritoryEvent> eventClass() {
        return TerritoryEvent.class;
    }

    @Override
    public Territory initialState(String township) {
        return Territory.EMPTY;
    }

    @Override
    public Territory evolve(@Nullable Territory territory, TimestampedEvent<? extends TerritoryEvent> timestamped) {
        return switch (timestamped.event()) {
            case TerritoryImported(var township, var places) ->
                (territory == null ? Territory.EMPTY : territory).withPlaces(places);
        };
    }

    @Override
    public Jurisdiction jurisdiction(Territory territory) {
        return new Jurisdiction(territory.places().getFirst().code(), null);
    }

    @Override
    public Ownership ownership(String township, Territory territory, TerritoryMap facts) {
        return Ownership.ofPath(List.of(township));
    }

    @Override
    public TerritoryMap facts() {
        return territory.get();
    }
}
