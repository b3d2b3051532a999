package org.yiqiao.grid.territory;

import java.util.List;
import java.util.Map;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.support.territory.TerritoryMap;

/** Caches the map of the territories that this service owns. The cache reloads after a territory has changed. */
public final class TerritoryMapCache {

    private final AggregateStore store;
    private final TerritoryAggregateType territories = new TerritoryAggregateType(this::map);
    private volatile Snapshot snapshot = new Snapshot(Map.of(), TerritoryMap.EMPTY);

    public TerritoryMapCache(AggregateStore store) {
        this.store = store;
    }

    private record Snapshot(Map<String, Long> versions, TerritoryMap map) {}

    public TerritoryMap map() {
        Map<String, Long> versions = store.findVersions(territories);
        if (!versions.equals(snapshot.versions())) {
            List<StoredAggregate<Territory>> all = store.findAllById(territories, List.copyOf(versions.keySet()));
            snapshot = new Snapshot(
                    versions,
                    new TerritoryMap(all.stream()
                            .flatMap(territory -> territory.state().places().stream())
                            .toList()));
        }
        return snapshot.map();
    }
}
