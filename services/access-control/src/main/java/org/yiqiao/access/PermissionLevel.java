package org.yiqiao.access;

import java.util.Locale;
import java.util.Optional;

/** How far a role may go with an operation; a role with none of these may never. */
public enum PermissionLevel {
    /** With whatever there is. */
    ALL,
    /** With what belongs to the scope of the post. */
    SCOPE,
    /** With what is the caller's own. */
    OWN;

    /** As it stands in the table. */
    public String csvValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PermissionLevel> of(String word) {
        for (PermissionLevel grant : values()) {
            if (grant.csvValue().equals(word)) {
                return Optional.of(grant);
            }
        }
        return Optional.empty();
    }
}
