package org.yiqiao.contracts;

import org.jspecify.annotations.Nullable;

/** An event about a person known to the services. The aggregate id is the pseudonymous id of the person. */
public sealed interface PersonEvent extends RequestEvent {

    /**
     * The erasure of a person was ordered. Every service destroys the personal data that it stores about the person.
     * Statistics remain unchanged.
     *
     * @param person pseudonymous id; if the same id appears again later, it is treated as a new person
     * @param key id of the key that encrypted the requests of the person
     */
    record PersonErased(
            String person, @UnpublishedField @Nullable String key) implements PersonEvent {}
}
