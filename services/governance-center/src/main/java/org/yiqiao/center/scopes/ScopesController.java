package org.yiqiao.center.scopes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.contracts.Level;
import org.yiqiao.contracts.Place;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.territory.GeoJson;
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

    /** Where to begin: the townships, or the highest places that the caller may look at. */
    @Requires("scope.list")
    @GetMapping("/api/scopes")
    List<Scope> tops(Reach reach) {
        return territory.tops(reach).stream().map(Scope::of).toList();
    }

    /** A place, then the places directly below it, as GeoJSON; {@code parents} leads from where to begin to it. */
    @Requires("scope.read")
    @GetMapping(
            path = "/api/scopes/{code}",
            produces = {"application/geo+json", "application/json"})
    Map<String, Object> scope(@PathVariable String code, Reach reach) {
        Place place = territory
                .place(code, reach)
                .orElseThrow(
                        () -> new Refused(Rejection.notFound("scope.unknown").with("scope", code)));
        Map<String, Object> scope =
                GeoJson.collection(Stream.concat(Stream.of(place), territory.map().children(code).stream())
                        .toList());
        scope.put(
                "parents", territory.above(place, reach).stream().map(Scope::of).toList());
        return scope;
    }
}
