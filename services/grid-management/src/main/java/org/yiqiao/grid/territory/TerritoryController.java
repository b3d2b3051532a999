package org.yiqiao.grid.territory;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.CommandHttpAdapter;
import org.yiqiao.edge.web.PointParameterParser;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.GeoJsonPlaceWriter;
import org.yiqiao.support.territory.TerritoryMap;
import tools.jackson.databind.json.JsonMapper;

/** Imports and exports the territory as GeoJSON, and locates points. */
@RestController
class TerritoryController {

    private static final Duration PUBLISH_TIMEOUT = Duration.ofSeconds(5);

    private final AggregateCommandHandler<Territory, TerritoryEvent, TerritoryMap> territories;
    private final TerritoryMapCache mapCache;
    private final CommandHttpAdapter httpAdapter;
    private final JsonMapper json;

    TerritoryController(
            AggregateCommandHandler<Territory, TerritoryEvent, TerritoryMap> territories,
            TerritoryMapCache mapCache,
            CommandHttpAdapter httpAdapter,
            JsonMapper json) {
        this.territories = territories;
        this.mapCache = mapCache;
        this.httpAdapter = httpAdapter;
        this.json = json;
    }

    /**
     * The result of an import.
     *
     * @param places number of places in the territory after the import
     */
    record ImportResultView(String township, int places, int added, int changed, int unchanged) {}

    record PlaceView(TerritoryLevel level, String code, String name) {}

    record PlaceChainView(Point at, List<PlaceView> chain) {}

    /**
     * Imports the complete file or nothing. Responds after the event is published to the topic, so that a later reader
     * of the topic finds the territory. If the broker is unavailable, it responds after five seconds anyway.
     */
    @RequiresPermission("territory.import")
    @PostMapping(
            path = "/api/territory/import",
            consumes = {"application/geo+json", MediaType.APPLICATION_JSON_VALUE})
    ImportResultView importTerritory(@RequestBody byte[] body, HttpServletRequest request) throws InterruptedException {
        List<Place> places = GeoJsonTerritoryReader.read(json.readTree(body));
        ImportTerritory command = new ImportTerritory(township(places), places);
        Map<String, Place> before = territories
                .find(command.township())
                .map(stored -> stored.state().placesByCode())
                .orElseGet(Map::of);
        var completed = httpAdapter.requireSuccess(
                territories.update(command.township(), command, httpAdapter.commandMetadata(request, command)));
        if (!completed.state().places().equals(List.copyOf(before.values()))) {
            territories.awaitPublished(completed.id(), completed.version(), PUBLISH_TIMEOUT);
        }
        int known = (int) places.stream()
                .filter(place -> before.containsKey(place.code()))
                .count();
        int unchanged = (int) places.stream()
                .filter(place -> place.equals(before.get(place.code())))
                .count();
        return new ImportResultView(
                command.township(),
                completed.state().places().size(),
                places.size() - known,
                known - unchanged,
                unchanged);
    }

    /** Returns the places that contain the point, from the township down to the smallest place. */
    @RequiresPermission("territory.locate")
    @GetMapping(path = "/api/territory", params = "at")
    PlaceChainView locate(@RequestParam("at") String at) {
        Point point = PointParameterParser.parse(at);
        TerritoryMap map = mapCache.map();
        List<String> path = map.locate(point);
        if (path.isEmpty()) {
            throw new RejectedException(Rejection.notFound("territory.outside"));
        }
        return new PlaceChainView(
                point,
                path.stream()
                        .map(code -> map.place(code).orElseThrow())
                        .map(place -> new PlaceView(place.level(), place.code(), place.name()))
                        .toList());
    }

    /** Returns all places in the format of the import. */
    @RequiresPermission("territory.read")
    @GetMapping(
            path = "/api/territory",
            params = "!at",
            produces = {"application/geo+json", "application/json"})
    Map<String, Object> export() {
        TerritoryMap map = mapCache.map();
        return GeoJsonPlaceWriter.featureCollection(map.townships().stream()
                .flatMap(town -> map.subtree(town.code()).stream())
                .toList());
    }

    /** Returns the township of a file: the township that it contains, or else the township above its first feature. */
    private String township(List<Place> places) {
        Map<String, Place> byCode = new LinkedHashMap<>();
        places.forEach(place -> byCode.put(place.code(), place));
        return places.stream()
                .filter(place -> place.level() == TerritoryLevel.TOWNSHIP)
                .map(Place::code)
                .findFirst()
                .orElseGet(() -> townshipAbove(places.getFirst(), byCode));
    }

    private String townshipAbove(Place place, Map<String, Place> byCode) {
        Place top = place;
        for (int step = 0; step < TerritoryLevel.values().length && byCode.containsKey(top.parent()); step++) {
            top = Objects.requireNonNull(byCode.get(top.parent()));
        }
        String missing = Objects.requireNonNullElse(top.parent(), "");
        return mapCache.map().path(missing).stream()
                .findFirst()
                .orElseThrow(() -> new RejectedException(TerritoryRuleViolation.toRejection(List.of(
                        new TerritoryRuleViolation("territory.unknown-parent", place.code(), place.name(), missing)))));
    }
}
