package org.yiqiao.grid.posts;

import org.jspecify.annotations.Nullable;
import org.yiqiao.core.privacy.PersonalData;

/**
 * The post of a grid's chief.
 *
 * @param chief pseudonymous id of the chief, null while the post is vacant
 * @param name name of the chief, stored in this service only
 */
public record GridPost(
        String grid,
        @Nullable String chief,
        @PersonalData @Nullable String name) {

    static GridPost vacant(String grid) {
        return new GridPost(grid, null, null);
    }
}
