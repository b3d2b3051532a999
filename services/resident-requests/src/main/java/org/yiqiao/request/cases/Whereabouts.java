package org.yiqiao.request.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.privacy.Personal;
import org.yiqiao.support.privacy.Mask;

/**
 * Where it is about.
 *
 * @param township the town that it counts for, known or not yet
 * @param path codes from the township down; empty while it is unrouted
 * @param unrouted true while it waits to be routed, absent otherwise, so that a sparse index finds what waits
 */
public record Whereabouts(
        @Nullable String township,
        List<String> path,
        @Personal @Nullable String address,
        @Personal @Nullable Point location,
        @Nullable Boolean unrouted) {

    Whereabouts(@Nullable String township, List<String> path, @Nullable String address, @Nullable Point location) {
        this(township, path, address, location, path.isEmpty() ? true : null);
    }

    Whereabouts at(String town, List<String> found) {
        return new Whereabouts(town, found, address, location);
    }

    Whereabouts masked() {
        return new Whereabouts(township, path, Mask.address(address), Mask.location(location), unrouted);
    }
}
