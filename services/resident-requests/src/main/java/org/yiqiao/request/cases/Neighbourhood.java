package org.yiqiao.request.cases;

import java.util.Optional;
import java.util.function.Function;
import org.yiqiao.support.territory.TerritoryMap;

/**
 * What the rules of cases need to know of other services' work.
 *
 * @param chiefOf pseudonymous id of a grid's chief, by the grid's code
 */
public record Neighbourhood(TerritoryMap territory, Function<String, Optional<String>> chiefOf) {}
