package org.yiqiao.grid.matters;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * A matter as it was found. The case that resident requests opens for the matter records its handling.
 *
 * @param service name of the service that the matter concerns
 * @param description description of the matter
 * @param point the position where it was found; responses name it {@code location}, as the command does
 * @param path codes of the places of the matter, from the township down
 * @param reporter pseudonymous id of the person that reported the matter
 * @param foundAt time of the report
 */
public record Matter(
        String service,
        String description,
        @JsonProperty("location") Point point,
        List<String> path,
        String reporter,
        Instant foundAt) {

    private static final Set<Role> GRID_STAFF = EnumSet.of(Role.MICRO_GRID_CHIEF, Role.GRID_MEMBER, Role.GRID_CHIEF);

    /**
     * Returns the full matter to its reporter and to the staff of its grid, which handle it. All other callers get a
     * copy that is masked like the case.
     *
     * @param caller pseudonymous id
     */
    Matter visibleTo(String caller, Set<Post> posts) {
        return caller.equals(reporter) || posts.stream().anyMatch(this::isHandledBy) ? this : masked();
    }

    private boolean isHandledBy(Post post) {
        return GRID_STAFF.contains(post.role()) && (post.scope().equals(Post.ANY_SCOPE) || path.contains(post.scope()));
    }

    private Matter masked() {
        return new Matter(
                service,
                Objects.requireNonNull(PersonalDataMask.maskContacts(description, path::contains)),
                Objects.requireNonNull(PersonalDataMask.coarsenLocation(point)),
                path,
                reporter,
                foundAt);
    }
}
