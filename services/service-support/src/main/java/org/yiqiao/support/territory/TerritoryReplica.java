package org.yiqiao.support.territory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryEvent.TerritoryImported;
import org.yiqiao.core.envelope.EventEnvelope;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.core.processing.Projection;
import org.yiqiao.core.processing.ProjectionRow;
import org.yiqiao.core.processing.RowStore;

/**
 * A projection that keeps a local copy of the territory: a row for each township, and a {@link TerritoryMap} of all
 * townships in memory. Every two seconds, the replica checks for rows written by other instances of the service.
 */
public abstract class TerritoryReplica implements Projection<TerritoryEvent, TerritoryReplica.TownshipPlaces> {

    private final RowStore<TownshipPlaces> rows;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), TerritoryMap.EMPTY, System.nanoTime());

    protected TerritoryReplica(EventProcessorFactory processorFactory) {
        this.rows = processorFactory.rowStore(this);
        refresh();
    }

    /** All places of one township, each after its parent. */
    public record TownshipPlaces(List<Place> places) {}

    private record Snapshot(Map<String, RowStore.RowVersion> versions, TerritoryMap map, long loadedNanos) {}

    public TerritoryMap map() {
        return snapshot.map();
    }

    /** Returns whether the map was loaded, or the service was started, less than this time ago. */
    public boolean isYoungerThan(Duration age) {
        return System.nanoTime() - snapshot.loadedNanos() < age.toNanos();
    }

    @Override
    public Class<TerritoryEvent> eventClass() {
        return TerritoryEvent.class;
    }

    @Override
    public Class<TownshipPlaces> rowClass() {
        return TownshipPlaces.class;
    }

    @Override
    public TownshipPlaces apply(@Nullable TownshipPlaces town, EventEnvelope<? extends TerritoryEvent> event) {
        return switch (event.event()) {
            case TerritoryImported(var township, var places) -> {
                Map<String, Place> byCode = new LinkedHashMap<>();
                (town == null ? List.<Place>of() : town.places()).forEach(place -> byCode.put(place.code(), place));
                places.forEach(place -> byCode.put(place.code(), place));
                yield new TownshipPlaces(List.copyOf(byCode.values()));
            }
        };
    }

    @Override
    public void updateDerivedData(List<ProjectionRow<TownshipPlaces>> touched) {
        refresh();
    }

    @Scheduled(fixedDelay = 2_000)
    public final synchronized void refresh() {
        Map<String, RowStore.RowVersion> versions = rows.versions();
        if (!versions.equals(snapshot.versions())) {
            List<Place> places = rows.findAll().stream()
                    .map(ProjectionRow::content)
                    .filter(Objects::nonNull)
                    .flatMap(town -> town.places().stream())
                    .toList();
            snapshot = new Snapshot(versions, new TerritoryMap(places), System.nanoTime());
        }
    }
}
