package org.yiqiao.center.scopes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.Place;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.processing.EventProcessorFactory;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.support.territory.TerritoryReplica;

/** The territory replica of the center, with lookups limited to an access scope. */
@Component
public class CenterTerritory extends TerritoryReplica {

    CenterTerritory(EventProcessorFactory processors) {
        super(processors);
    }

    /** Returns the place if it is known and inside the access scope. */
    public Optional<Place> findPlace(String code, AccessScope accessScope) {
        TerritoryMap map = map();
        return map.place(code).filter(place -> isAccessible(place, map, accessScope));
    }

    /** Returns the highest places inside the access scope: all townships, or the places of the posts of the caller. */
    public List<Place> topPlaces(AccessScope accessScope) {
        TerritoryMap map = map();
        return switch (accessScope) {
            case AccessScope.FullAccess _ -> map.townships();
            case AccessScope.LimitedAccess(var scopes) ->
                scopes.stream()
                        .flatMap(scope -> map.place(scope).stream())
                        .filter(place -> place.parent() == null
                                || !accessScope.covers(Ownership.ofPath(map.path(place.parent()))))
                        .sorted(Comparator.comparing(Place::code))
                        .toList();
        };
    }

    /** Returns the places above the given one that are also inside the access scope, from the top down. */
    public List<Place> ancestors(Place place, AccessScope accessScope) {
        TerritoryMap map = map();
        return map.path(place.code()).stream()
                .filter(code -> !code.equals(place.code()))
                .flatMap(code -> map.place(code).stream())
                .filter(parent -> isAccessible(parent, map, accessScope))
                .toList();
    }

    private static boolean isAccessible(Place place, TerritoryMap map, AccessScope accessScope) {
        return accessScope.covers(Ownership.ofPath(map.path(place.code())));
    }
}
