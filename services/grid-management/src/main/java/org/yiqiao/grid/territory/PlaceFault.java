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
public record PlaceFault(String fault, String place, String name, String other) {

    private static final int SHOWN = 50;

    /** The first fault as the rejection, with all of them (up to 50) in its details. */
    static Rejection rejection(List<PlaceFault> faults) {
        PlaceFault first = faults.getFirst();
        return Rejection.invalid(first.fault())
                .with("feature", first.place())
                .with("name", first.name())
                .with("other", first.other())
                .with("faults", faults.stream().limit(SHOWN).toList())
                .with("faultCount", faults.size());
    }
}
