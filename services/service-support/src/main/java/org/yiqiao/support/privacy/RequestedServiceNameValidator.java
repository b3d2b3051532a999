package org.yiqiao.support.privacy;

import java.util.Optional;
import java.util.function.Predicate;
import org.yiqiao.core.decider.Rejection;

/**
 * Validates the name of a requested service for all intake channels. A name is short and contains no contact data,
 * since it is stored unencrypted in events, documents and statistics.
 */
public final class RequestedServiceNameValidator {

    public static final int MAX_LENGTH = 100;

    private RequestedServiceNameValidator() {}

    /** Returns the rejection of a name; empty if the name can be published. Does not check the length. */
    public static Optional<Rejection> validate(String name) {
        return validate(name, code -> false);
    }

    /**
     * Returns the rejection of a name; empty if the name can be published. Does not check the length.
     *
     * @param isPlaceCode returns whether a number is the code of a known place, which is no contact
     */
    public static Optional<Rejection> validate(String name, Predicate<String> isPlaceCode) {
        return ContactDataDetector.containsContactData(name, isPlaceCode)
                ? Optional.of(Rejection.invalid("service.has-contact"))
                : Optional.empty();
    }
}
