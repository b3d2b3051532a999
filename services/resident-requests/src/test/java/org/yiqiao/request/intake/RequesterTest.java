package org.yiqiao.request.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;
import org.yiqiao.support.access.Caller;

class RequesterTest {

    private static final Caller ME = new Caller("me", Set.of());
    private static final Caller KEY = new Caller("me", Set.of(), true);
    private static final Reach RESIDENT = new Reach.Within(Set.of(Belonging.person("me")));
    private static final Reach STAFF = new Reach.Within(Set.of("330109106004"));
    private static final Reach BOTH = new Reach.Within(Set.of("330109106004", Belonging.person("me")));

    @Test
    void aResidentAsksInTheirOwnName() {
        assertThat(Requester.of(ME, RESIDENT, "request-1", true)).isEqualTo("me");
        assertThat(Requester.of(ME, RESIDENT, "request-1", false)).isEqualTo("me");
    }

    @Test
    void whoEntersARequestForSomebodyElseIsNotTheRequester() {
        String requester = Requester.of(ME, STAFF, "request-1", true);

        assertThat(requester)
                .isNotEqualTo("me")
                .isEqualTo(Requester.of(ME, Reach.EVERYWHERE, "request-1", true))
                .isNotEqualTo(Requester.of(ME, STAFF, "request-2", true));
    }

    @Test
    void whoGaveNoContactHasAnIdOfTheirOwnToo() {
        assertThat(Requester.of(ME, STAFF, "request-1", false))
                .isNotEqualTo("me")
                .isEqualTo(Requester.of(ME, Reach.EVERYWHERE, "request-1", false))
                .isNotEqualTo(Requester.of(ME, STAFF, "request-2", false));
    }

    @Test
    void aResidentWithAPostAsksForThemselvesUnlessAContactComesWithIt() {
        assertThat(Requester.of(ME, BOTH, "request-1", false)).isEqualTo("me");
        assertThat(Requester.of(ME, BOTH, "request-1", true)).isNotEqualTo("me");
    }

    @Test
    void aProgramAsksForOthersOnly() {
        assertThat(Requester.of(KEY, RESIDENT, "request-1", true))
                .isNotEqualTo("me")
                .isEqualTo(Requester.of(ME, STAFF, "request-1", true));
        assertThat(Requester.of(KEY, RESIDENT, "request-1", false)).isNotEqualTo("me");
    }
}
