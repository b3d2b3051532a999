package org.yiqiao.center.scopes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.contracts.Level;
import org.yiqiao.contracts.Place;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.territory.GeoJson;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.support.web.Refused;

/** The places that can be looked at, with their outlines. */
@RestController
class ScopesController {

    private final CenterTerritory territory;

    ScopesController(CenterTerritory territory) {
        this.territory = territory;
    }

    record Scope(String code, String name, Level level) {

        static Scope of(Place place) {
            return new Scope(place.code(), place.name(), place.level());
        }
    }

    @GetMapping("/api/scopes")
    List<Scope> townships() {
        return territory.map().townships().stream().map(Scope::of).toList();
    }

    /** A place, then the places directly below it, as GeoJSON; {@code parents} leads from the township to it. */
    @GetMapping(
            path = "/api/scopes/{code}",
            produces = {"application/geo+json", "application/json"})
    Map<String, Object> scope(@PathVariable String code) {
        TerritoryMap map = territory.map();
        Place place = map.place(code)
                .orElseThrow(
                        () -> new Refused(Rejection.notFound("scope.unknown").with("scope", code)));
        Map<String, Object> scope = GeoJson.collection(
                Stream.concat(Stream.of(place), map.children(code).stream()).toList());
        List<String> path = map.path(code);
        scope.put(
                "parents",
                path.subList(0, path.size() - 1).stream()
                        .flatMap(parent -> map.place(parent).stream())
                        .map(Scope::of)
                        .toList());
        return scope;
    }
}
