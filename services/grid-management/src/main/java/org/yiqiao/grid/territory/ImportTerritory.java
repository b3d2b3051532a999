package org.yiqiao.grid.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryEvent.TerritoryImported;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Adds places to a township, or changes their names and boundaries. A single violation rejects the whole import. Places
 * that the command does not name stay unchanged.
 *
 * @param places in any order
 * @param townshipName name of the township that the command creates from the communities if it is not known yet and not
 *     among the places; null to create none
 * @param confirmsRelocation whether a boundary can move away from its former position
 */
@NoGeneratedEndpoint
public record ImportTerritory(
        String township, List<Place> places, @Nullable String townshipName, boolean confirmsRelocation)
        implements UpdateCommand<Territory, TerritoryEvent, TerritoryMap> {

    /** Creates a command that adds only the given places and moves none. */
    public ImportTerritory(String township, List<Place> places) {
        this(township, places, null, false);
    }

    @Override
    public Decision<TerritoryEvent> decide(Territory territory, DecisionContext<TerritoryMap> context) {
        Map<String, Place> present = territory.placesByCode();
        return townshipName != null && !present.containsKey(township) && !containsTownship()
                ? decideWithUnion(townshipName, territory, context)
                : decide(places, territory, context);
    }

    private Decision<TerritoryEvent> decideWithUnion(
            String name, Territory territory, DecisionContext<TerritoryMap> context) {
        List<PlaceOutline> communities = places.stream()
                .filter(place -> place.level() == TerritoryLevel.COMMUNITY)
                .map(PlaceOutline::of)
                .toList();
        List<TerritoryRuleViolation> broken = communities.stream()
                .map(PlaceOutline::violation)
                .filter(Objects::nonNull)
                .toList();
        if (!broken.isEmpty()) {
            return TerritoryRuleViolation.toRejection(broken).toDecision();
        }
        if (communities.isEmpty()) {
            return Rejection.invalid("territory.no-communities")
                    .withDetail("township", township)
                    .toDecision();
        }
        List<Place> withTownship = new ArrayList<>(places);
        withTownship.add(TownshipUnion.create(
                township,
                name,
                communities.stream().map(PlaceOutline::requireGeometry).toList()));
        return decide(withTownship, territory, context);
    }

    private Decision<TerritoryEvent> decide(
            List<Place> imported, Territory territory, DecisionContext<TerritoryMap> context) {
        Map<String, Place> present = territory.placesByCode();
        List<Place> changed = imported.stream()
                .sorted(Comparator.comparing(Place::level).thenComparing(Place::code))
                .filter(place -> !place.equals(present.get(place.code())))
                .toList();
        if (changed.isEmpty()) {
            return context.acceptWithoutEvents();
        }
        List<TerritoryRuleViolation> violations = new TerritoryValidator(
                        township, present, territory.withPlaces(changed), context.facts(), confirmsRelocation)
                .validate(changed);
        return violations.isEmpty()
                ? context.accept(new TerritoryImported(township, changed))
                : TerritoryRuleViolation.toRejection(violations).toDecision();
    }

    private boolean containsTownship() {
        return places.stream().anyMatch(place -> place.level() == TerritoryLevel.TOWNSHIP);
    }
}
