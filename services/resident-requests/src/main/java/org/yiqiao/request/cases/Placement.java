package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.territory.TerritoryMap;
import org.yiqiao.support.territory.TerritoryMap.TownshipDistance;

/** The result of looking for the place of a request. */
sealed interface Placement {

    /**
     * The request belongs to a township.
     *
     * @param township null while no township is known
     * @param path codes from the township down; empty if no place contains the point
     */
    record Placed(@Nullable String township, List<String> path) implements Placement {}

    /**
     * The point is farther from every township than the policy allows.
     *
     * @param isSwapped whether the point with its coordinates exchanged is near a township
     */
    record TooFar(Place nearest, double meters, double maxMeters, boolean isSwapped) implements Placement {

        Rejection toRejection() {
            return Rejection.invalid(isSwapped ? "place.coordinates-swapped" : "place.too-far")
                    .withDetail("kilometers", (long) Math.ceil(meters / 1_000))
                    .withDetail("limit", Math.round(maxMeters / 1_000))
                    .withDetail("township", nearest.code());
        }

        Rejection toRowRejection() {
            return Rejection.invalid(isSwapped ? "row.coordinates-swapped" : "row.too-far");
        }
    }

    /**
     * Places a request by its point, or without a point by its origin.
     *
     * @param home scopes of the posts from which the request came
     */
    static Placement of(@Nullable Point location, List<String> home, CaseDecisionFacts facts) {
        TerritoryMap territory = facts.territory();
        if (location == null) {
            return new Placed(HomeTownship.find(home, territory).orElse(null), List.of());
        }
        List<String> path = territory.locate(location);
        if (!path.isEmpty()) {
            return new Placed(path.getFirst(), path);
        }
        Optional<TownshipDistance> nearest = territory.nearestTownship(location);
        if (nearest.isEmpty()) {
            return new Placed(null, List.of());
        }
        double maxMeters = facts.routing().maxDistanceMeters();
        double meters = nearest.get().meters();
        Place township = nearest.get().township();
        return meters <= maxMeters
                ? new Placed(township.code(), List.of())
                : new TooFar(township, meters, maxMeters, isNearWhenSwapped(location, territory, maxMeters));
    }

    private static boolean isNearWhenSwapped(Point location, TerritoryMap territory, double maxMeters) {
        return Math.abs(location.lon()) <= 90
                && territory
                        .nearestTownship(new Point(location.lon(), location.lat()))
                        .filter(found -> found.meters() <= maxMeters)
                        .isPresent();
    }
}
