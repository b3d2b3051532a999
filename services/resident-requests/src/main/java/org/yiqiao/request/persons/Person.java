package org.yiqiao.request.persons;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person, as far as it has to be remembered that they were to be forgotten.
 *
 * @param erasedAt when that was last decided
 * @param destroyed id of the key that is to be destroyed, or has been
 */
public record Person(@Nullable Instant erasedAt, @Nullable String destroyed) {

    static final Person NOT_ERASED = new Person(null, null);
}
