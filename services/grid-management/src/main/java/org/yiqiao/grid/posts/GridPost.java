package org.yiqiao.grid.posts;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.privacy.PersonalData;

/**
 * The post of a grid's chief.
 *
 * @param grid code of the grid
 * @param chief pseudonymous id of the chief, absent while the post is vacant
 * @param name name of the chief, stored in this service only
 * @param reliefs reliefs of former chiefs, oldest first; empty for a post that was stored before reliefs were kept
 */
public record GridPost(
        String grid,
        @Nullable String chief,
        @PersonalData @Nullable String name,
        List<Relief> reliefs) {

    private static final Set<Role> APPOINTING_ROLES =
            EnumSet.of(Role.COMMUNITY_SECRETARY, Role.TOWN_OPERATOR, Role.AUDITOR);

    public GridPost {
        // A post that an earlier version stored has no reliefs.
        reliefs = List.copyOf(Objects.requireNonNullElse(reliefs, List.of()));
    }

    static GridPost vacant(String grid) {
        return new GridPost(grid, null, null, List.of());
    }

    GridPost withChief(String person, @Nullable String newName) {
        return new GridPost(grid, person, newName, reliefs);
    }

    GridPost withRelief(Relief relief) {
        return new GridPost(
                grid,
                null,
                null,
                Stream.concat(reliefs.stream(), Stream.of(relief)).toList());
    }

    /**
     * Returns the post with the reasons of its reliefs to the roles that appoint and relieve chiefs here, and to the
     * auditor. All other callers get a copy without the reasons.
     *
     * @param path codes of the places that contain the grid, from the township down
     */
    GridPost visibleTo(Set<Post> posts, List<String> path) {
        return posts.stream().anyMatch(post -> isAppointing(post, path))
                ? this
                : new GridPost(
                        grid,
                        chief,
                        name,
                        reliefs.stream().map(Relief::withoutReason).toList());
    }

    private static boolean isAppointing(Post post, List<String> path) {
        return APPOINTING_ROLES.contains(post.role())
                && (post.scope().equals(Post.ANY_SCOPE) || path.contains(post.scope()));
    }
}
