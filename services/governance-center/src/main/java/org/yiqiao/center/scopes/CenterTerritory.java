package org.yiqiao.center.scopes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.Place;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.support.territory.TerritoryReplica;

/** The territory as the center knows it. */
@Component
public class CenterTerritory extends TerritoryReplica {

    CenterTerritory(Feeds feeds) {
        super(feeds);
    }

    /** A place, if it is known and reached. */
    public Optional<Place> place(String code, Reach reach) {
        TerritoryMap map = map();
        return map.place(code).filter(place -> isReached(place, map, reach));
    }

    /** The highest places that are reached: all townships, or those that somebody's posts are for. */
    public List<Place> tops(Reach reach) {
        TerritoryMap map = map();
        return switch (reach) {
            case Reach.Everywhere _ -> map.townships();
            case Reach.Within(var words) ->
                words.stream()
                        .flatMap(word -> map.place(word).stream())
                        .filter(place ->
                                place.parent() == null || !reach.covers(Belonging.in(map.path(place.parent()))))
                        .sorted(Comparator.comparing(Place::code))
                        .toList();
        };
    }

    /** The places above one that are reached too, from the top down. */
    public List<Place> above(Place place, Reach reach) {
        TerritoryMap map = map();
        return map.path(place.code()).stream()
                .filter(code -> !code.equals(place.code()))
                .flatMap(code -> map.place(code).stream())
                .filter(parent -> isReached(parent, map, reach))
                .toList();
    }

    private static boolean isReached(Place place, TerritoryMap map, Reach reach) {
        return reach.covers(Belonging.in(map.path(place.code())));
    }
}
