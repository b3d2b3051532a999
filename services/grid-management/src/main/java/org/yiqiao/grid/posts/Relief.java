package org.yiqiao.grid.posts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.privacy.DataSubject;
import org.yiqiao.core.privacy.PersonalData;

/**
 * The relief of a grid's chief.
 *
 * @param at time of the relief
 * @param chief pseudonymous id of the relieved chief
 * @param reason reason for the relief, stored in this service only; absent after the erasure of the chief
 */
public record Relief(
        Instant at,
        @DataSubject String chief,
        @PersonalData @Nullable String reason) {

    Relief withoutReason() {
        return new Relief(at, chief, null);
    }
}
