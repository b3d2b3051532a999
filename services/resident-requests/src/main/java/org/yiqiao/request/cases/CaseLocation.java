package org.yiqiao.request.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * The location of a request.
 *
 * @param township code of the township that the request counts for; null while it is unknown
 * @param path codes from the township down; empty while the request is unrouted
 * @param unrouted true while the request waits for routing, otherwise null and not stored, so that a sparse index
 *     contains only unrouted requests
 */
public record CaseLocation(
        @Nullable String township,
        List<String> path,
        @PersonalData @Nullable String address,
        @PersonalData @Nullable Point location,
        @Nullable Boolean unrouted) {

    CaseLocation(@Nullable String township, List<String> path, @Nullable String address, @Nullable Point location) {
        this(township, path, address, location, path.isEmpty() ? true : null);
    }

    CaseLocation withPlace(String newTownship, List<String> newPath) {
        return new CaseLocation(newTownship, newPath, address, location);
    }

    CaseLocation masked() {
        return new CaseLocation(
                township,
                path,
                PersonalDataMask.maskAddress(address),
                PersonalDataMask.coarsenLocation(location),
                unrouted);
    }
}
