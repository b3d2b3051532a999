package org.yiqiao.grid.territory;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequestAccessScope;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.openapi.QueryParameters;
import org.yiqiao.edge.web.CommandHttpAdapter;
import org.yiqiao.edge.web.PointParameterParser;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.grid.territory.geojson.GeoJsonTerritoryReader;
import org.yiqiao.grid.territory.geojson.ImportParameters;
import org.yiqiao.grid.territory.geojson.ImportQuery;
import org.yiqiao.support.territory.PlaceCollection;
import org.yiqiao.support.territory.TerritoryMap;
import tools.jackson.databind.json.JsonMapper;

/** Imports and exports the territory as GeoJSON, and locates points. */
@RestController
@Tag(name = "Territory")
class TerritoryController {

    private static final Duration PUBLISH_TIMEOUT = Duration.ofSeconds(5);
    private static final String TEXT_SEQUENCE = "application/geo+json-seq";
    private static final int MAX_GAPS = 50;

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
     * @param township code of the township
     * @param added number of places that were added
     * @param changed number of places that were changed
     * @param unchanged number of places of the file that were the same before
     * @param places number of places in the territory after the import
     * @param gaps the largest gaps between places of the file and their siblings, up to 50
     * @param gapCount number of all such gaps
     */
    record ImportResultView(
            String township,
            int places,
            int added,
            int changed,
            int unchanged,
            List<TerritoryGap> gaps,
            int gapCount) {}

    /**
     * A place.
     *
     * @param level level of the place
     * @param code code of the place
     * @param name name of the place
     */
    record PlaceView(TerritoryLevel level, String code, String name) {}

    /**
     * The places that contain a point.
     *
     * @param location the point
     * @param chain the places, from the township down to the smallest place
     */
    record PlaceChainView(Point location, List<PlaceView> chain) {}

    /**
     * Imports the complete file or nothing. Responds after the event is published to the topic, so that a later reader
     * of the topic finds the territory. If the broker is unavailable, it responds after five seconds anyway.
     *
     * @param query description of the file; see {@link ImportParameters}
     */
    @RequiresPermission("territory.import")
    @QueryParameters(ImportQuery.class)
    @PostMapping(
            path = "/api/territory/import",
            consumes = {"application/geo+json", TEXT_SEQUENCE, MediaType.APPLICATION_JSON_VALUE})
    ImportResultView importTerritory(
            @RequestParam Map<String, String> query, @RequestBody byte[] body, HttpServletRequest request)
            throws InterruptedException {
        ImportParameters parameters = ImportParameters.of(query);
        List<Place> places = new GeoJsonTerritoryReader(json, parameters).read(body, isTextSequence(request));
        String township =
                new TownshipOfFile(mapCache.map(), parameters.township(), parameters.townshipName()).find(places);
        requireAccess(township, request);
        ImportTerritory command =
                new ImportTerritory(township, places, parameters.townshipName(), parameters.confirmsRelocation());
        Map<String, Place> before = territories
                .find(township)
                .map(stored -> stored.state().placesByCode())
                .orElseGet(Map::of);
        var completed = httpAdapter.requireSuccess(
                territories.update(township, command, httpAdapter.commandMetadata(request, command)));
        if (!completed.state().places().equals(List.copyOf(before.values()))) {
            territories.awaitPublished(completed.id(), completed.version(), PUBLISH_TIMEOUT);
        }
        return result(township, places, before, completed.state());
    }

    private static ImportResultView result(
            String township, List<Place> places, Map<String, Place> before, Territory after) {
        Set<String> codes = Stream.concat(Stream.of(township), places.stream().map(Place::code))
                .collect(toSet());
        int added =
                (int) codes.stream().filter(code -> !before.containsKey(code)).count();
        int known = (int) places.stream()
                .filter(place -> before.containsKey(place.code()))
                .count();
        int unchanged = (int) places.stream()
                .filter(place -> place.equals(before.get(place.code())))
                .count();
        Set<String> parents = places.stream()
                .flatMap(place -> Stream.of(place.code(), Objects.requireNonNullElse(place.parent(), township)))
                .collect(toSet());
        List<TerritoryGap> gaps = new TerritoryGapFinder(after).find(parents);
        return new ImportResultView(
                township,
                after.places().size(),
                added,
                known - unchanged,
                unchanged,
                gaps.stream().limit(MAX_GAPS).toList(),
                gaps.size());
    }

    private static boolean isTextSequence(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith(TEXT_SEQUENCE);
    }

    /** Rejects a township outside the access scope. The codes of townships are public, so the rejection names it. */
    private static void requireAccess(String township, HttpServletRequest request) {
        if (!RequestAccessScope.of(request).covers(Ownership.ofPath(List.of(township)))) {
            throw new RejectedException(Rejection.forbidden("territory.outside-scope")
                    .withDetail("township", township)
                    .withDetail(
                            "scopes",
                            Caller.of(request).posts().stream()
                                    .map(Post::scope)
                                    .distinct()
                                    .sorted()
                                    .collect(joining(", "))));
        }
    }

    /**
     * Returns the places that contain the point, from the township down to the smallest place.
     *
     * @param at the point in degrees (WGS 84): latitude, a comma, longitude
     */
    @RequiresPermission("territory.locate")
    @GetMapping("/api/territory/places")
    PlaceChainView locate(@RequestParam("at") String at) {
        Point point = PointParameterParser.parse(at);
        TerritoryMap map = mapCache.map();
        List<String> path = map.locate(point);
        if (path.isEmpty()) {
            throw new RejectedException(map.townshipWhenSwapped(point)
                    .map(township ->
                            Rejection.notFound("territory.coordinates-swapped").withDetail("township", township))
                    .orElseGet(() -> Rejection.notFound("territory.outside")));
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
            produces = {"application/geo+json", "application/json"})
    PlaceCollection export() {
        TerritoryMap map = mapCache.map();
        return PlaceCollection.of(map.townships().stream()
                .flatMap(town -> map.subtree(town.code()).stream())
                .toList());
    }
}
