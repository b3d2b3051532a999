package org.yiqiao.contracts;

import org.jspecify.annotations.Nullable;

/** An event of the post of a grid chief. The aggregate id is the code of the grid. */
public sealed interface GridPostEvent extends GridEvent {

    /** @param person pseudonymous id; only grid management stores the name */
    record GridChiefAppointed(
            String grid,
            String person,
            @UnpublishedField @Nullable String name) implements GridPostEvent {}

    record GridChiefRelieved(
            String grid,
            String person,
            @UnpublishedField @Nullable String reason) implements GridPostEvent {}
}
