package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.Place;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.Routing;
import org.yiqiao.core.decider.Automatic;
import org.yiqiao.core.decider.Context;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.support.territory.TerritoryMap;

/** Looks again where an unrouted request belongs, after the territory has grown. */
@Automatic
public record RouteByTerritory() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, Context<Neighbourhood> context) {
        Whereabouts whereabouts = state.whereabouts();
        if (!whereabouts.path().isEmpty()) {
            return context.nothingToDo();
        }
        TerritoryMap territory = context.facts().territory();
        Point location = whereabouts.location();
        List<String> path = location == null ? List.of() : territory.locate(location);
        Optional<String> township = territory.nearestTownship(location).map(Place::code);
        return township.isEmpty() || (path.isEmpty() && township.get().equals(whereabouts.township()))
                ? context.nothingToDo()
                : context.accept(new RequestRouted(township.get(), path, Routing.BY_TERRITORY));
    }
}
