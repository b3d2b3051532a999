package org.yiqiao.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A township, community, grid or micro-grid.
 *
 * @param parent code of the place one level up; null for a township
 * @param kind for a grid: general, or its dedicated use (a park, a market, offices)
 */
public record Place(
        TerritoryLevel level,
        String code,
        String name,
        @Nullable String parent,
        @Nullable String kind,
        Boundary boundary) {}
