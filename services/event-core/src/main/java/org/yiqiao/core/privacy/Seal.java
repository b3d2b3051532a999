package org.yiqiao.core.privacy;

import org.jspecify.annotations.Nullable;

/**
 * How what is personal in something stored was found.
 *
 * @param key that it was sealed with. What was read with it is written with it: if it was destroyed meanwhile, it stays unreadable
 * @param isLost the person has been erased, and the key with them
 */
public record Seal(@Nullable PersonKey key, boolean isLost) {

    /** There was nothing personal, or it was stored before such things were sealed. */
    public static final Seal NONE = new Seal(null, false);

    public static final Seal LOST = new Seal(null, true);

    static Seal by(PersonKey key) {
        return new Seal(key, false);
    }

    /** The key of a person, if that is what it is sealed with. */
    @Nullable
    PersonKey keyOf(String person) {
        return key != null && key.person().equals(person) ? key : null;
    }
}
