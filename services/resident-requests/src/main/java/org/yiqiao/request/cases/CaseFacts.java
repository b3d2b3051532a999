package org.yiqiao.request.cases;

import java.util.Optional;
import java.util.function.Function;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * What the rules of cases need to know of other services' work.
 *
 * @param chiefByGrid pseudonymous id of a grid's chief, by the grid's code
 */
public record CaseFacts(TerritoryMap territory, Function<String, Optional<String>> chiefByGrid) {}
