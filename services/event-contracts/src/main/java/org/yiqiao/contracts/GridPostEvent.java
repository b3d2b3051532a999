package org.yiqiao.contracts;

import org.jspecify.annotations.Nullable;

/** The post of a grid's chief; its aggregate id is the grid's code. */
public sealed interface GridPostEvent extends GridEvent {

    /** @param person pseudonymous id; the name stays with grid management */
    record GridChiefAppointed(
            String grid,
            String person,
            @Unpublished @Nullable String name) implements GridPostEvent {}

    record GridChiefRelieved(
            String grid,
            String person,
            @Unpublished @Nullable String reason) implements GridPostEvent {}
}
