package org.yiqiao.grid.territory;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.core.decider.Rejection;

/**
 * A rule that one place of a territory violates.
 *
 * @param fault stable code, such as {@code territory.overlap}
 * @param place code of the place
 * @param other code of the conflicting place, or empty
 * @param at a position of the fault; null for a fault that has none
 * @param squareMetres area that the fault concerns; null for a fault that has none
 */
public record TerritoryRuleViolation(
        String fault,
        String place,
        String name,
        String other,
        @Nullable Point at,
        @Nullable Long squareMetres) {

    private static final int MAX_SHOWN = 50;

    /** Creates a violation without a position. */
    public TerritoryRuleViolation(String fault, String place, String name, String other) {
        this(fault, place, name, other, null, null);
    }

    static TerritoryRuleViolation of(String fault, Place place, @Nullable String other) {
        return new TerritoryRuleViolation(fault, place.code(), place.name(), other == null ? "" : other);
    }

    TerritoryRuleViolation located(Point at, long squareMetres) {
        return new TerritoryRuleViolation(fault, place, name, other, at, squareMetres);
    }

    /** Returns the first violation as the rejection, with up to 50 violations in its details. */
    static Rejection toRejection(List<TerritoryRuleViolation> violations) {
        TerritoryRuleViolation first = violations.getFirst();
        Rejection rejection = Rejection.invalid(first.fault())
                .withDetail("feature", first.place())
                .withDetail("name", first.name())
                .withDetail("other", first.other());
        if (first.at() != null && first.squareMetres() != null) {
            rejection = rejection
                    .withDetail(
                            "at",
                            String.format(
                                    Locale.ROOT,
                                    "%.6f,%.6f",
                                    first.at().lat(),
                                    first.at().lon()))
                    .withDetail("squareMetres", first.squareMetres());
        }
        return rejection
                .withDetail("faults", violations.stream().limit(MAX_SHOWN).toList())
                .withDetail("faultCount", violations.size());
    }
}
