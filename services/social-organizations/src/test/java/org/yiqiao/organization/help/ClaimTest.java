package org.yiqiao.organization.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.organization.help.HelpFixture.ORGANIZATION;
import static org.yiqiao.organization.help.HelpFixture.OTHER_ORGANIZATION;
import static org.yiqiao.organization.help.HelpFixture.PATH;
import static org.yiqiao.organization.help.HelpFixture.REQUESTER;
import static org.yiqiao.organization.help.HelpFixture.REQUEST_SEQ;
import static org.yiqiao.organization.help.HelpFixture.helpFor;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpReleased;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;

class ClaimTest {

    @Test
    void organizationClaimsOpenHelpRequest() {
        helpFor("open")
                .when(new Claim(ORGANIZATION))
                .then(new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ));
    }

    @Test
    void unroutedRequestCanBeClaimed() {
        helpFor("unrouted")
                .when(new Claim(ORGANIZATION))
                .then(new HelpMatched("unrouted", ORGANIZATION, List.of(), null, REQUEST_SEQ));
    }

    @Test
    void onlyFiledOrganizationCanClaim() {
        assertThat(helpFor("open").when(new Claim("organization-3")).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.invalid("social-organization.unknown").withDetail("id", "organization-3")));
    }

    @Test
    void unknownRequestIsRejected() {
        assertThat(helpFor("elsewhere").when(new Claim(ORGANIZATION)).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.invalid("request.unknown").withDetail("id", "elsewhere")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "complaint", "unclassified"})
    void onlyOpenHelpRequestCanBeClaimed(String request) {
        helpFor(request).when(new Claim(ORGANIZATION)).thenRejected("request.no-open-help");
    }

    @Test
    void claimedRequestRejectsOtherOrganization() {
        // The caller can lack access to the help, so the rejection does not name the organization that helps.
        assertThat(helpFor("open")
                        .given(new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ))
                        .when(new Claim(OTHER_ORGANIZATION))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(Rejection.conflict("help.taken")));
    }

    @Test
    void repeatedClaimDoesNothing() {
        helpFor("open")
                .given(new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ))
                .when(new Claim(ORGANIZATION))
                .thenNoEvents();
    }

    @Test
    void withdrawnRequestCanBeClaimedByOther() {
        helpFor("open")
                .given(
                        new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ),
                        new HelpWithdrawn("open", ORGANIZATION, "too far"))
                .when(new Claim(OTHER_ORGANIZATION))
                .then(new HelpMatched("open", OTHER_ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ));
    }

    @Test
    void jurisdictionIsPlaceOfRequest() {
        Help help = helpFor("open")
                .given(new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ))
                .state();
        assertThat(help).isEqualTo(new Help("open", ORGANIZATION, PATH, REQUESTER, List.of(), List.of(), REQUEST_SEQ));
        assertThat(help)
                .isNotNull()
                .extracting(HelpFixture.AGGREGATE_TYPE::jurisdiction)
                .isEqualTo(new Jurisdiction(PATH.getFirst(), PATH.getLast()));
    }

    @Test
    void claimAfterTheEndOfHelpReleasesItFirst() {
        HelpMatched before = new HelpMatched("reopened", ORGANIZATION, PATH, REQUESTER, HelpFixture.END_SEQ - 1);
        for (String next : List.of(ORGANIZATION, OTHER_ORGANIZATION)) {
            helpFor("reopened")
                    .given(before)
                    .when(new Claim(next))
                    .then(
                            new HelpReleased("reopened", ORGANIZATION),
                            new HelpMatched("reopened", next, PATH, REQUESTER, REQUEST_SEQ));
        }
    }

    @Test
    void claimThatKnewTheEndIsNotReleased() {
        var claimed = helpFor("reopened")
                .given(new HelpMatched("reopened", ORGANIZATION, PATH, REQUESTER, HelpFixture.END_SEQ));
        claimed.when(new Claim(ORGANIZATION)).thenNoEvents();
        claimed.when(new Claim(OTHER_ORGANIZATION)).thenRejected("help.taken");
    }
}
