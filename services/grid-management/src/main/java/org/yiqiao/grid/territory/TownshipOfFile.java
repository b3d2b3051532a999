package org.yiqiao.grid.territory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Determines the township to which the places of a file belong.
 *
 * @param known the territory as it is stored
 * @param named code of the township that the client names, or null
 * @param name name of that township if the import creates it, or null
 */
record TownshipOfFile(
        TerritoryMap known,
        @Nullable String named,
        @Nullable String name) {

    /**
     * Returns the township that the file contains, or else the township that the client names, or else the township
     * above the first place.
     *
     * @throws RejectedException if no township is found, the client names another one, or the name of a new one is
     *     missing
     */
    String find(List<Place> places) {
        Optional<String> contained = places.stream()
                .filter(place -> place.level() == TerritoryLevel.TOWNSHIP)
                .map(Place::code)
                .findFirst();
        if (named != null && contained.isPresent() && !contained.get().equals(named)) {
            throw new RejectedException(Rejection.invalid("territory.other-township")
                    .withDetail("feature", contained.get())
                    .withDetail("township", named));
        }
        if (named != null
                && contained.isEmpty()
                && name == null
                && known.place(named).isEmpty()) {
            throw new RejectedException(
                    Rejection.invalid("territory.no-township-name").withDetail("township", named));
        }
        return contained.orElseGet(() -> named == null ? townshipAbove(places) : named);
    }

    private String townshipAbove(List<Place> places) {
        Map<String, Place> byCode = new LinkedHashMap<>();
        places.forEach(place -> byCode.put(place.code(), place));
        Place first = places.getFirst();
        Place top = first;
        for (int step = 0; step < TerritoryLevel.values().length && byCode.containsKey(top.parent()); step++) {
            top = Objects.requireNonNull(byCode.get(top.parent()));
        }
        String missing = Objects.requireNonNullElse(top.parent(), "");
        return known.path(missing).stream()
                .findFirst()
                .orElseThrow(() -> new RejectedException(TerritoryRuleViolation.toRejection(
                        List.of(TerritoryRuleViolation.of("territory.unknown-parent", first, missing)))));
    }
}
