package org.yiqiao.support.access;

import java.util.Locale;
import java.util.Optional;

/** How far a role may go with an operation; a role with none of these may never. */
public enum Grant {
    /** With whatever there is. */
    ALL,
    /** With what belongs to the scope of the post. */
    SCOPE,
    /** With what is the caller's own. */
    OWN;

    /** As it stands in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Grant> of(String word) {
        for (Grant grant : values()) {
            if (grant.word().equals(word)) {
                return Optional.of(grant);
            }
        }
        return Optional.empty();
    }
}
