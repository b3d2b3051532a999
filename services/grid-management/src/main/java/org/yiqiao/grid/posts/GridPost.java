package org.yiqiao.grid.posts;

import org.jspecify.annotations.Nullable;
import org.yiqiao.core.privacy.PersonalData;

/**
 * The post of a grid's chief.
 *
 * @param chief pseudonymous id of who holds it, null while it is vacant
 * @param name of the chief, known to this service alone
 */
public record GridPost(
        String grid,
        @Nullable String chief,
        @PersonalData @Nullable String name) {

    static GridPost vacant(String grid) {
        return new GridPost(grid, null, null);
    }
}
