package org.yiqiao.request.cases;

import java.util.Optional;
import java.util.function.Function;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * The facts from other services, and the policy, that the commands of cases need.
 *
 * @param chiefByGrid returns the pseudonymous id of a grid's chief for the code of the grid
 */
public record CaseDecisionFacts(
        TerritoryMap territory, Function<String, Optional<String>> chiefByGrid, RoutingPolicy routing) {

    /** Creates facts with the default policy. */
    public CaseDecisionFacts(TerritoryMap territory, Function<String, Optional<String>> chiefByGrid) {
        this(territory, chiefByGrid, RoutingPolicy.DEFAULT);
    }
}
