package org.yiqiao.grid.territory;

import java.util.List;
import org.yiqiao.core.decider.Rejection;

/**
 * A rule that one place of a territory violates.
 *
 * @param fault stable code, such as {@code territory.overlap}
 * @param place code of the place
 * @param other code of the conflicting place, or empty
 */
public record TerritoryRuleViolation(String fault, String place, String name, String other) {

    private static final int MAX_SHOWN = 50;

    /** Returns the first violation as the rejection, with up to 50 violations in its details. */
    static Rejection toRejection(List<TerritoryRuleViolation> violations) {
        TerritoryRuleViolation first = violations.getFirst();
        return Rejection.invalid(first.fault())
                .withDetail("feature", first.place())
                .withDetail("name", first.name())
                .withDetail("other", first.other())
                .withDetail("faults", violations.stream().limit(MAX_SHOWN).toList())
                .withDetail("faultCount", violations.size());
    }
}
