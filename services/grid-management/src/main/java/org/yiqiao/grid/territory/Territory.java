package org.yiqiao.grid.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yiqiao.contracts.Place;

/**
 * All places of one township, each after its parent. They form one aggregate because their rules span them: siblings
 * never overlap, a child lies in its parent, and a grid belongs to exactly one community.
 */
public record Territory(List<Place> places) {

    static final Territory EMPTY = new Territory(List.of());

    Map<String, Place> placesByCode() {
        Map<String, Place> byCode = new LinkedHashMap<>();
        places.forEach(place -> byCode.put(place.code(), place));
        return byCode;
    }

    /** Returns a copy of this territory that adds new places and replaces places with a known code. */
    Territory withPlaces(List<Place> newPlaces) {
        Map<String, Place> byCode = placesByCode();
        newPlaces.forEach(place -> byCode.put(place.code(), place));
        return new Territory(List.copyOf(byCode.values()));
    }
}
