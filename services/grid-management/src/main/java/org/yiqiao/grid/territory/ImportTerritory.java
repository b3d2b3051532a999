package org.yiqiao.grid.territory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryEvent.TerritoryImported;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.core.decider.UpdateCommand;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Adds places to a township, or changes their names and boundaries. A single violation rejects the whole import. Places
 * that the command does not name stay unchanged.
 *
 * @param places in any order
 */
@NoGeneratedEndpoint
public record ImportTerritory(String township, List<Place> places)
        implements UpdateCommand<Territory, TerritoryEvent, TerritoryMap> {

    @Override
    public Decision<TerritoryEvent> decide(Territory territory, DecisionContext<TerritoryMap> context) {
        Map<String, Place> present = territory.placesByCode();
        List<Place> changed = places.stream()
                .sorted(Comparator.comparing(Place::level).thenComparing(Place::code))
                .filter(place -> !place.equals(present.get(place.code())))
                .toList();
        if (changed.isEmpty()) {
            return context.acceptWithoutEvents();
        }
        List<TerritoryRuleViolation> violations = new TerritoryValidator(
                        township, present, territory.withPlaces(changed), context.facts())
                .validate(changed);
        return violations.isEmpty()
                ? context.accept(new TerritoryImported(township, changed))
                : TerritoryRuleViolation.toRejection(violations).toDecision();
    }
}
