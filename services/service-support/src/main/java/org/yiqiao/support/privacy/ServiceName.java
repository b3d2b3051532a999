package org.yiqiao.support.privacy;

import java.util.Optional;
import org.yiqiao.core.decider.Rejection;

/**
 * What the name of a service may be, whichever way it comes in: short, and without a contact, since it goes into events,
 * documents and figures unsealed.
 */
public final class ServiceName {

    public static final int LONGEST = 100;

    private ServiceName() {}

    /** Why a name is refused; empty if it may be published. */
    public static Optional<Rejection> fault(String name) {
        return PublicText.hasContact(name) ? Optional.of(Rejection.invalid("service.has-contact")) : Optional.empty();
    }
}
