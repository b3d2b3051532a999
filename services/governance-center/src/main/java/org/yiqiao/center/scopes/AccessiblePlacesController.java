package org.yiqiao.center.scopes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.GeoJsonPlaceWriter;

/** Serves the places inside the access scope of the caller, with their boundaries. */
@RestController
class AccessiblePlacesController {

    private final CenterTerritory territory;

    AccessiblePlacesController(CenterTerritory territory) {
        this.territory = territory;
    }

    record ScopeView(String code, String name, TerritoryLevel level) {

        static ScopeView of(Place place) {
            return new ScopeView(place.code(), place.name(), place.level());
        }
    }

    /** Returns the starting places: all townships, or the highest places inside the access scope of the caller. */
    @RequiresPermission("scope.list")
    @GetMapping("/api/scopes")
    List<ScopeView> listScopes(AccessScope accessScope) {
        return territory.topPlaces(accessScope).stream().map(ScopeView::of).toList();
    }

    /**
     * Returns a place, followed by the places directly below it, as GeoJSON. The member {@code parents} lists the
     * places above it, from a starting place down.
     */
    @RequiresPermission("scope.read")
    @GetMapping(
            path = "/api/scopes/{code}",
            produces = {"application/geo+json", "application/json"})
    Map<String, Object> scope(@PathVariable String code, AccessScope accessScope) {
        Place place = territory
                .findPlace(code, accessScope)
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("scope.unknown").withDetail("scope", code)));
        Map<String, Object> scope = GeoJsonPlaceWriter.featureCollection(
                Stream.concat(Stream.of(place), territory.map().children(code).stream())
                        .toList());
        scope.put(
                "parents",
                territory.ancestors(place, accessScope).stream()
                        .map(ScopeView::of)
                        .toList());
        return scope;
    }
}
