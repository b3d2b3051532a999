package org.yiqiao.support.privacy;

import java.util.Optional;
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
        return ContactDataDetector.containsContactData(name)
                ? Optional.of(Rejection.invalid("service.has-contact"))
                : Optional.empty();
    }
}
