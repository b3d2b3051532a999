package org.yiqiao.organization.help;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.privacy.PersonalData;
import org.yiqiao.support.privacy.PersonalDataMask;

/**
 * The end of an organization's help.
 *
 * @param at time of the withdrawal
 * @param organization id of the organization that helped
 * @param reason reason of the organization, stored in this service only
 */
public record Withdrawal(
        Instant at,
        String organization,
        @PersonalData @Nullable String reason) {

    Withdrawal masked() {
        return new Withdrawal(at, organization, PersonalDataMask.maskContacts(reason));
    }
}
