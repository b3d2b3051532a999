package org.yiqiao.request.cases;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * The location of a request. The two flags are true or null and null is not stored, so that a sparse index contains
 * only the requests that have the flag.
 *
 * @param township code of the township that the request counts for; absent while it is unknown
 * @param path codes from the township down; empty while no place contains the request
 * @param address the place in words
 * @param location position of the request
 * @param unrouted true if the request has no grid: it has no place, or only a township or a community
 * @param routedBy method that determined the path; absent without a path, and for a path of an earlier version
 * @param followsTerritory true if the territory routed the request and it is open and not dispatched, so that it is
 *     routed on when the territory changes
 */
public record CaseLocation(
        @Nullable String township,
        List<String> path,
        @PersonalData @Nullable String address,
        @PersonalData @Nullable Point location,
        @Nullable Boolean unrouted,
        @Nullable RoutingMethod routedBy,
        @JsonIgnore @Nullable Boolean followsTerritory) {

    /** Number of codes in the path of a grid. */
    static final int GRID_PATH_LENGTH = 3;

    CaseLocation(
            @Nullable String township,
            List<String> path,
            @Nullable String address,
            @Nullable Point location,
            @Nullable RoutingMethod routedBy) {
        this(
                township,
                path,
                address,
                location,
                path.size() < GRID_PATH_LENGTH ? true : null,
                path.isEmpty() ? null : routedBy,
                null);
    }

    CaseLocation withPlace(String newTownship, List<String> newPath, RoutingMethod by) {
        return new CaseLocation(newTownship, newPath, address, location, by);
    }

    /** Returns the location with the flags that it has in a stage. */
    CaseLocation inStage(CaseStage stage) {
        boolean isBeforeDispatch =
                switch (stage) {
                    case SUBMITTED, CLASSIFIED -> true;
                    case DISPATCHED, ACCEPTED, RESOLVED, VERIFIED, CLOSED -> false;
                };
        CaseLocation flagged = new CaseLocation(township, path, address, location, routedBy);
        return isBeforeDispatch && flagged.routedBy == RoutingMethod.BY_TERRITORY
                ? new CaseLocation(township, path, address, location, flagged.unrouted, routedBy, true)
                : flagged;
    }

    CaseLocation masked() {
        return new CaseLocation(
                township,
                path,
                PersonalDataMask.maskAddress(address),
                PersonalDataMask.coarsenLocation(location),
                unrouted,
                routedBy,
                followsTerritory);
    }
}
