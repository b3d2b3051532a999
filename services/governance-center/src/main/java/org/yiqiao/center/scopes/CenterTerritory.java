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

/** The territory as the center knows it. */
@Component
public class CenterTerritory extends TerritoryReplica {

    CenterTerritory(EventProcessorFactory feeds) {
        super(feeds);
    }

    /** A place, if it is known and reached. */
    public Optional<Place> findPlace(String code, AccessScope reach) {
        TerritoryMap map = map();
        return map.place(code).filter(place -> isAccessible(place, map, reach));
    }

    /** The highest places that are reached: all townships, or those that somebody's posts are for. */
    public List<Place> topPlaces(AccessScope reach) {
        TerritoryMap map = map();
        return switch (reach) {
            case AccessScope.FullAccess _ -> map.townships();
            case AccessScope.LimitedAccess(var words) ->
                words.stream()
                        .flatMap(word -> map.place(word).stream())
                        .filter(place ->
                                place.parent() == null || !reach.covers(Ownership.ofPath(map.path(place.parent()))))
                        .sorted(Comparator.comparing(Place::code))
                        .toList();
        };
    }

    /** The places above one that are reached too, from the top down. */
    public List<Place> ancestors(Place place, AccessScope reach) {
        TerritoryMap map = map();
        return map.path(place.code()).stream()
                .filter(code -> !code.equals(place.code()))
                .flatMap(code -> map.place(code).stream())
                .filter(parent -> isAccessible(parent, map, reach))
                .toList();
    }

    private static boolean isAccessible(Place place, TerritoryMap map, AccessScope reach) {
        return reach.covers(Ownership.ofPath(map.path(place.code())));
    }
}
