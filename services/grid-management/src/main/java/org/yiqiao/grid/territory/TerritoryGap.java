package org.yiqiao.grid.territory;

import java.util.List;
import org.yiqiao.contracts.Point;

/**
 * An area of a place that lies between at least two of its children and belongs to none.
 *
 * @param parent code of the place
 * @param between codes of the adjacent children
 * @param location a position inside the gap
 * @param squareMetres area of the gap
 */
public record TerritoryGap(String parent, List<String> between, Point location, long squareMetres) {}
