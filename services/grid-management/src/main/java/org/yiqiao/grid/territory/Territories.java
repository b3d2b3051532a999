package org.yiqiao.grid.territory;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryEvent.TerritoryImported;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.aggregate.Aggregate;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Occurrence;
import org.yiqiao.support.territory.TerritoryMap;

/** Territories as aggregates, by the code of their township. */
public record Territories(Supplier<TerritoryMap> known) implements Aggregate<Territory, TerritoryEvent, TerritoryMap> {

    @Override
    public Class<Territory> state() {
        return Territory.class;
    }

    @Override
    public Class<TerritoryEvent> events() {
        return TerritoryEvent.class;
    }

    @Override
    public Territory initial(String township) {
        return Territory.NONE;
    }

    @Override
    public Territory evolve(@Nullable Territory territory, Occurrence<? extends TerritoryEvent> occurrence) {
        return switch (occurrence.event()) {
            case TerritoryImported(var township, var places) ->
                (territory == null ? Territory.NONE : territory).with(places);
        };
    }

    @Override
    public Scope scope(Territory territory) {
        return new Scope(territory.places().getFirst().code(), null);
    }

    @Override
    public Belonging belonging(String township, Territory territory, TerritoryMap facts) {
        return Belonging.in(List.of(township));
    }

    @Override
    public TerritoryMap facts() {
        return known.get();
    }
}
