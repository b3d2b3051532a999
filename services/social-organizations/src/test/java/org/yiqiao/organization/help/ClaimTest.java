package org.yiqiao.organization.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.organization.help.TestNeeds.LARKS;
import static org.yiqiao.organization.help.TestNeeds.OWLS;
import static org.yiqiao.organization.help.TestNeeds.PATH;
import static org.yiqiao.organization.help.TestNeeds.helpFor;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.aggregate.Scope;
import org.yiqiao.core.decider.Decision;
import org.yiqiao.core.decider.Rejection;

class ClaimTest {

    @Test
    void anOrganizationTakesAnOpenHelpRequestOn() {
        helpFor("open").when(new Claim(OWLS)).then(new HelpMatched("open", OWLS, PATH));
    }

    @Test
    void aRequestNeedNotBeRoutedForThat() {
        helpFor("unrouted").when(new Claim(OWLS)).then(new HelpMatched("unrouted", OWLS, List.of()));
    }

    @Test
    void onlyAnOrganizationThatIsFiledHelps() {
        assertThat(helpFor("open").when(new Claim("organization-3")).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.invalid("social-organization.unknown").with("id", "organization-3")));
    }

    @Test
    void theRequestHasToBeKnown() {
        assertThat(helpFor("elsewhere").when(new Claim(OWLS)).decision())
                .isEqualTo(new Decision.Rejected<>(
                        Rejection.notFound("request.unknown").with("id", "elsewhere")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "complaint", "unclassified"})
    void onlyAnOpenRequestForHelpIsTakenOn(String request) {
        helpFor(request).when(new Claim(OWLS)).thenRejected("request.no-open-help");
    }

    @Test
    void aRequestHasOneHelperAtATime() {
        // Whoever asks may not reach the help, and is not told whose it is.
        assertThat(helpFor("open")
                        .given(new HelpMatched("open", OWLS, PATH))
                        .when(new Claim(LARKS))
                        .decision())
                .isEqualTo(new Decision.Rejected<>(Rejection.conflict("help.taken")));
    }

    @Test
    void whoeverHelpsAlreadyMayClaimAgainWithoutEffect() {
        helpFor("open")
                .given(new HelpMatched("open", OWLS, PATH))
                .when(new Claim(OWLS))
                .thenNothing();
    }

    @Test
    void whatWasGivenBackMayBeClaimedByAnother() {
        helpFor("open")
                .given(new HelpMatched("open", OWLS, PATH), new HelpWithdrawn("open", OWLS, "too far"))
                .when(new Claim(LARKS))
                .then(new HelpMatched("open", LARKS, PATH));
    }

    @Test
    void helpCountsForThePlaceOfItsRequest() {
        Help help = helpFor("open").given(new HelpMatched("open", OWLS, PATH)).state();
        assertThat(help).isEqualTo(new Help("open", OWLS, PATH));
        assertThat(help)
                .isNotNull()
                .extracting(TestNeeds.HELPS::scope)
                .isEqualTo(new Scope(PATH.getFirst(), PATH.getLast()));
    }
}
