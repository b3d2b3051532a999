package org.yiqiao.request.cases;

import java.util.Optional;
import java.util.function.Function;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * The facts that the commands of cases need: replicas of other services, and the policies of the township.
 *
 * @param chiefByGrid returns the pseudonymous id of a grid's chief for the code of the grid
 */
public record CaseDecisionFacts(
        TerritoryMap territory,
        Function<String, Optional<String>> chiefByGrid,
        RoutingPolicy routing,
        CasePolicy policy) {

    /** Creates facts with the default policies. */
    public CaseDecisionFacts(TerritoryMap territory, Function<String, Optional<String>> chiefByGrid) {
        this(territory, chiefByGrid, RoutingPolicy.DEFAULT, CasePolicy.DEFAULT);
    }
}
