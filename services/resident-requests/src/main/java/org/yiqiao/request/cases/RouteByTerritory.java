package org.yiqiao.request.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.DecisionContext;
import org.yiqiao.core.decider.NoGeneratedEndpoint;
import org.yiqiao.support.territory.NullIsland;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * Routes a request by the current territory, after the territory has changed. This applies to requests without a place,
 * and to open requests that the territory routed and that are not dispatched. All other requests keep their place.
 *
 * <p>A request without a place that has a township leaves it only for a township that contains its point.
 */
@NoGeneratedEndpoint
public record RouteByTerritory() implements CaseCommand {

    @Override
    public Decision<CaseEvent> decide(Case state, DecisionContext<CaseDecisionFacts> context) {
        Optional<RequestRouted> routed = findRoute(state, context.facts());
        return routed.isPresent() ? context.accept(routed.get()) : context.acceptWithoutEvents();
    }

    /** Returns the event of the command; empty if the place of the request stays the same. */
    public static Optional<RequestRouted> findRoute(Case state, CaseDecisionFacts facts) {
        CaseLocation whereabouts = state.whereabouts();
        boolean hasNoPlace = whereabouts.path().isEmpty();
        Point location = NullIsland.toNull(whereabouts.location());
        if (!hasNoPlace && (location == null || !canFollow(state, facts.territory()))) {
            return Optional.empty();
        }
        List<String> path = location == null ? List.of() : facts.territory().locate(location);
        String township = path.isEmpty() ? township(whereabouts.township(), location, facts) : path.getFirst();
        return township == null || (path.equals(whereabouts.path()) && township.equals(whereabouts.township()))
                ? Optional.empty()
                : Optional.of(new RequestRouted(township, path, RoutingMethod.BY_TERRITORY));
    }

    /**
     * Returns whether a request that has a place follows the territory. A territory without that place says nothing.
     */
    private static boolean canFollow(Case state, TerritoryMap territory) {
        return state.whereabouts().inStage(state.stage()).followsTerritory() != null
                && territory.place(state.whereabouts().path().getFirst()).isPresent();
    }

    private static @Nullable String township(
            @Nullable String present, @Nullable Point location, CaseDecisionFacts facts) {
        if (present != null) {
            return present;
        }
        return switch (Placement.of(location, List.of(), facts)) {
            case Placement.TooFar _ -> null;
            case Placement.Placed(var township, var path) -> township;
        };
    }
}
