package org.yiqiao.support.privacy;

import java.util.Optional;
import org.yiqiao.core.decider.Rejection;

/**
 * What the name of a service may be, whichever way it comes in: short, and without a contact, since it goes into events,
 * documents and figures unsealed.
 */
public final class ServiceNameValidator {

    public static final int MAX_LENGTH = 100;

    private ServiceNameValidator() {}

    /** Why a name is refused; empty if it may be published. */
    public static Optional<Rejection> validate(String name) {
        return ContactDataDetector.containsContactData(name)
                ? Optional.of(Rejection.invalid("service.has-contact"))
                : Optional.empty();
    }
}
