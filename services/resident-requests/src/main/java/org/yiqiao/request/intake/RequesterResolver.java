package org.yiqiao.request.intake;

import java.util.Set;
import org.yiqiao.access.Caller;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.request.contacts.ContactStore;

/** Who a request is from. */
final class RequesterResolver {

    private RequesterResolver() {}

    /**
     * A resident asks in their own name. Who takes requests in for others gives the contact of whoever asks, and an id is
     * made up for them: the same for a repeated submission, so that it is the same command. So is one for whoever gave no contact,
     * since they may want to be forgotten, too; unless the one who enters it is a resident, whose own it is then. What comes through
     * a program is never from the program.
     *
     * @param reach how far the caller reaches with submissions
     * @param request id of the request
     * @param hasContact whether a contact came with it
     * @return pseudonymous id
     */
    static String resolve(Caller caller, AccessScope reach, String request, boolean hasContact) {
        String self = Ownership.personOwner(caller.id());
        boolean isResident = reach instanceof AccessScope.LimitedAccess(var words) && words.contains(self);
        boolean onlyForThemselves = reach.equals(new AccessScope.LimitedAccess(Set.of(self)));
        if (!caller.isApiKey() && (onlyForThemselves || (isResident && !hasContact))) {
            return caller.id();
        }
        return ContactStore.requesterIdFor(request);
    }
}
