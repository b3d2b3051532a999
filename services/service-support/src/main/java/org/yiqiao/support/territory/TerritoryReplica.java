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
import org.yiqiao.core.envelope.Envelope;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.core.feed.Projection;
import org.yiqiao.core.feed.Row;
import org.yiqiao.core.feed.RowStore;

/**
 * A service's own copy of the territory, built from events: a row for each township, and a {@link TerritoryMap} of
 * them all in memory. Other instances of the service may have written the rows; every two seconds it looks.
 */
public abstract class TerritoryReplica implements Projection<TerritoryEvent, TerritoryReplica.Town> {

    private final RowStore<Town> rows;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), TerritoryMap.EMPTY, System.nanoTime());

    protected TerritoryReplica(Feeds feeds) {
        this.rows = feeds.rows(this);
        refresh();
    }

    /** All places of one township, each after its parent. */
    public record Town(List<Place> places) {}

    private record Snapshot(Map<String, RowStore.Version> versions, TerritoryMap map, long since) {}

    public TerritoryMap map() {
        return snapshot.map();
    }

    /** Whether the map came in, or the service started, less than this long ago. */
    public boolean isYoungerThan(Duration age) {
        return System.nanoTime() - snapshot.since() < age.toNanos();
    }

    @Override
    public Class<TerritoryEvent> events() {
        return TerritoryEvent.class;
    }

    @Override
    public Class<Town> row() {
        return Town.class;
    }

    @Override
    public Town apply(@Nullable Town town, Envelope<? extends TerritoryEvent> event) {
        return switch (event.event()) {
            case TerritoryImported(var township, var places) -> {
                Map<String, Place> byCode = new LinkedHashMap<>();
                (town == null ? List.<Place>of() : town.places()).forEach(place -> byCode.put(place.code(), place));
                places.forEach(place -> byCode.put(place.code(), place));
                yield new Town(List.copyOf(byCode.values()));
            }
        };
    }

    @Override
    public void settle(List<Row<Town>> touched) {
        refresh();
    }

    @Scheduled(fixedDelay = 2_000)
    public final synchronized void refresh() {
        Map<String, RowStore.Version> versions = rows.versions();
        if (!versions.equals(snapshot.versions())) {
            List<Place> places = rows.all().stream()
                    .map(Row::content)
                    .filter(Objects::nonNull)
                    .flatMap(town -> town.places().stream())
                    .toList();
            snapshot = new Snapshot(versions, new TerritoryMap(places), System.nanoTime());
        }
    }
}
