package org.yiqiao.request.persons;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The erasure state of a person. The aggregate stores nothing else about the person.
 *
 * @param erasedAt time of the latest erasure decision
 * @param destroyed id of the key that this decision destroys
 */
public record Person(@Nullable Instant erasedAt, @Nullable String destroyed) {

    static final Person NOT_ERASED = new Person(null, null);
}
