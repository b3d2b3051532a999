package org.yiqiao.access;

import java.util.Locale;
import java.util.Optional;

/** The extent to which a role may execute an operation. A role without a level may not execute it. */
public enum PermissionExtent {
    /** On all data. */
    ALL,
    /** On data in the scope of the post. */
    SCOPE,
    /** On the caller's own data. */
    OWN;

    /** Returns the level as written in the cells of {@code policy.csv}. */
    public String csvValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PermissionExtent> of(String text) {
        for (PermissionExtent level : values()) {
            if (level.csvValue().equals(text)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
