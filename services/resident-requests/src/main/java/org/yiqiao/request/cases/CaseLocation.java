package org.yiqiao.request.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * Where it is about.
 *
 * @param township the town that it counts for, known or not yet
 * @param path codes from the township down; empty while it is unrouted
 * @param unrouted true while it waits to be routed, absent otherwise, so that a sparse index finds what waits
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

    CaseLocation withPlace(String town, List<String> found) {
        return new CaseLocation(town, found, address, location);
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
