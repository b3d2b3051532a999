package org.yiqiao.request.intake;

import java.util.Set;
import org.yiqiao.access.Caller;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.request.contacts.ContactStore;

/** Determines the requester of a submission. */
final class RequesterResolver {

    private RequesterResolver() {}

    /**
     * Returns the pseudonymous id of the requester.
     *
     * <p>A caller that can submit only for itself is a resident and is the requester. Staff submit for other persons
     * and give their contact. The requester then gets an id derived from the request id, so that a repeated submission
     * is the same command.
     *
     * <p>A requester without a contact gets a derived id too, because this requester can also ask for erasure. The
     * exception is a staff member that is also a resident: a submission without a contact is then their own. An API key
     * is never the requester.
     *
     * @param accessScope the caller's access scope for submissions
     * @param request id of the request
     * @param hasContact whether the submission contains a contact
     */
    static String resolve(Caller caller, AccessScope accessScope, String request, boolean hasContact) {
        String self = Ownership.personOwner(caller.id());
        boolean isResident = accessScope instanceof AccessScope.LimitedAccess(var owners) && owners.contains(self);
        boolean isOnlyResident = accessScope.equals(new AccessScope.LimitedAccess(Set.of(self)));
        if (!caller.isApiKey() && (isOnlyResident || (isResident && !hasContact))) {
            return caller.id();
        }
        return ContactStore.requesterIdFor(request);
    }
}
