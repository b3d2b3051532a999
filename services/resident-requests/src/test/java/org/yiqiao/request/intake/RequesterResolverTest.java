package org.yiqiao.request.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiqiao.access.Caller;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;

class RequesterResolverTest {

    private static final Caller CALLER = new Caller("me", Set.of());
    private static final Caller API_KEY_CALLER = new Caller("me", Set.of(), true);
    private static final AccessScope RESIDENT = new AccessScope.LimitedAccess(Set.of(Ownership.personOwner("me")));
    private static final AccessScope STAFF = new AccessScope.LimitedAccess(Set.of("330109106004"));
    private static final AccessScope RESIDENT_AND_STAFF =
            new AccessScope.LimitedAccess(Set.of("330109106004", Ownership.personOwner("me")));

    @Test
    void residentIsRequester() {
        assertThat(RequesterResolver.resolve(CALLER, RESIDENT, "request-1", true))
                .isEqualTo("me");
        assertThat(RequesterResolver.resolve(CALLER, RESIDENT, "request-1", false))
                .isEqualTo("me");
    }

    @Test
    void staffMemberIsNotRequester() {
        String requester = RequesterResolver.resolve(CALLER, STAFF, "request-1", true);

        assertThat(requester)
                .isNotEqualTo("me")
                .isEqualTo(RequesterResolver.resolve(CALLER, AccessScope.FULL, "request-1", true))
                .isNotEqualTo(RequesterResolver.resolve(CALLER, STAFF, "request-2", true));
    }

    @Test
    void requesterWithoutContactGetsGeneratedId() {
        assertThat(RequesterResolver.resolve(CALLER, STAFF, "request-1", false))
                .isNotEqualTo("me")
                .isEqualTo(RequesterResolver.resolve(CALLER, AccessScope.FULL, "request-1", false))
                .isNotEqualTo(RequesterResolver.resolve(CALLER, STAFF, "request-2", false));
    }

    @Test
    void residentWithPostIsRequesterUnlessContactIsGiven() {
        assertThat(RequesterResolver.resolve(CALLER, RESIDENT_AND_STAFF, "request-1", false))
                .isEqualTo("me");
        assertThat(RequesterResolver.resolve(CALLER, RESIDENT_AND_STAFF, "request-1", true))
                .isNotEqualTo("me");
    }

    @Test
    void apiKeyClientIsNeverRequester() {
        assertThat(RequesterResolver.resolve(API_KEY_CALLER, RESIDENT, "request-1", true))
                .isNotEqualTo("me")
                .isEqualTo(RequesterResolver.resolve(CALLER, STAFF, "request-1", true));
        assertThat(RequesterResolver.resolve(API_KEY_CALLER, RESIDENT, "request-1", false))
                .isNotEqualTo("me");
    }
}
