package org.yiqiao.contracts;

import org.jspecify.annotations.Nullable;

/** A person whom services know; the aggregate id is their pseudonymous id. */
public sealed interface PersonEvent extends RequestEvent {

    /**
     * The person is to be forgotten: whoever keeps anything personal of theirs destroys it. What was counted stays.
     *
     * @param person pseudonymous id; who comes again later under the same id is known anew
     * @param key id of the key that their requests were sealed with
     */
    record PersonErased(
            String person, @Unpublished @Nullable String key) implements PersonEvent {}
}
