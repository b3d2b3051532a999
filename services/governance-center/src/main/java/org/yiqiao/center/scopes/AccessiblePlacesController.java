package org.yiqiao.center.scopes;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import org.yiqiao.support.territory.PlaceCollection;
import org.yiqiao.support.territory.PlaceFeature;

/** Serves the places inside the access scope of the caller, with their boundaries. */
@RestController
@Tag(name = "Places")
class AccessiblePlacesController {

    private final CenterTerritory territory;

    AccessiblePlacesController(CenterTerritory territory) {
        this.territory = territory;
    }

    /**
     * A place.
     *
     * @param code code of the place
     * @param name name of the place
     * @param level level of the place
     */
    record ScopeView(String code, String name, TerritoryLevel level) {

        static ScopeView of(Place place) {
            return new ScopeView(place.code(), place.name(), place.level());
        }
    }

    /**
     * A place and the places directly below it, as a GeoJSON FeatureCollection.
     *
     * @param type always {@code FeatureCollection}
     * @param features the place, followed by those below it
     * @param parents the places above it, from a starting place down
     */
    record ScopeMapView(String type, List<PlaceFeature> features, List<ScopeView> parents) {}

    /** Returns the starting places: all townships, or the highest places inside the access scope of the caller. */
    @RequiresPermission("scope.list")
    @GetMapping("/api/scopes")
    List<ScopeView> listScopes(AccessScope accessScope) {
        return territory.topPlaces(accessScope).stream().map(ScopeView::of).toList();
    }

    /**
     * Returns a place, followed by the places directly below it, as GeoJSON. The member {@code parents} lists the
     * places above it, from a starting place down.
     *
     * @param code code of the place
     */
    @RequiresPermission("scope.read")
    @GetMapping(
            path = "/api/scopes/{code}",
            produces = {"application/geo+json", "application/json"})
    ScopeMapView scope(@PathVariable String code, AccessScope accessScope) {
        Place place = territory
                .findPlace(code, accessScope)
                .orElseThrow(() -> new RejectedException(
                        Rejection.notFound("scope.unknown").withDetail("scope", code)));
        return new ScopeMapView(
                PlaceCollection.TYPE,
                Stream.concat(Stream.of(place), territory.map().children(code).stream())
                        .map(PlaceFeature::of)
                        .toList(),
                territory.ancestors(place, accessScope).stream()
                        .map(ScopeView::of)
                        .toList());
    }
}
