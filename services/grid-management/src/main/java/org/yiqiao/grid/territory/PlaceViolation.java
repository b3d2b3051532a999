package org.yiqiao.grid.territory;

import java.util.List;
import org.yiqiao.core.decider.Rejection;

/**
 * What is wrong with one place of a territory.
 *
 * @param fault stable code, such as {@code territory.overlap}
 * @param place code of the place
 * @param other code of the place that it does not fit with, or empty
 */
public record PlaceViolation(String fault, String place, String name, String other) {

    private static final int MAX_SHOWN = 50;

    /** The first fault as the rejection, with all of them (up to 50) in its details. */
    static Rejection toRejection(List<PlaceViolation> faults) {
        PlaceViolation first = faults.getFirst();
        return Rejection.invalid(first.fault())
                .withDetail("feature", first.place())
                .withDetail("name", first.name())
                .withDetail("other", first.other())
                .withDetail("faults", faults.stream().limit(MAX_SHOWN).toList())
                .withDetail("faultCount", faults.size());
    }
}
