package org.yiqiao.grid.territory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.TerritoryEvent;
import org.yiqiao.contracts.TerritoryEvent.TerritoryImported;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Command;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Adds places to a township, or changes their names and boundaries. All of them or none: one fault, and nothing is
 * taken over. Places that are not named stay as they are.
 *
 * @param places in any order
 */
@Automatic
public record ImportTerritory(String township, List<Place> places)
        implements Command<Territory, TerritoryEvent, TerritoryMap> {

    @Override
    public Decision<TerritoryEvent> decide(Territory territory, Context<TerritoryMap> context) {
        Map<String, Place> present = territory.byCode();
        List<Place> changed = places.stream()
                .sorted(Comparator.comparing(Place::level).thenComparing(Place::code))
                .filter(place -> !place.equals(present.get(place.code())))
                .toList();
        if (changed.isEmpty()) {
            return context.nothingToDo();
        }
        List<PlaceFault> faults =
                new TerritoryCheck(township, present, territory.with(changed), context.facts()).of(changed);
        return faults.isEmpty()
                ? context.accept(new TerritoryImported(township, changed))
                : PlaceFault.rejection(faults).decided();
    }
}
