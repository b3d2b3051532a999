package org.yiqiao.organization.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.organization.help.HelpFixture.ORGANIZATION;
import static org.yiqiao.organization.help.HelpFixture.PATH;
import static org.yiqiao.organization.help.HelpFixture.helpFor;

import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;

class WithdrawTest {

    @Test
    void helperCanWithdraw() {
        helpFor("open")
                .given(new HelpMatched("open", ORGANIZATION, PATH))
                .when(new Withdraw("too far"))
                .then(new HelpWithdrawn("open", ORGANIZATION, "too far"));
    }

    @Test
    void helperCanWithdrawFromClosedRequest() {
        helpFor("closed")
                .given(new HelpMatched("closed", ORGANIZATION, PATH))
                .when(new Withdraw("done"))
                .then(new HelpWithdrawn("closed", ORGANIZATION, "done"));
    }

    @Test
    void withdrawalWithoutHelperIsRejected() {
        helpFor("open").when(new Withdraw("too far")).thenRejected("help.none");
        helpFor("open")
                .given(new HelpMatched("open", ORGANIZATION, PATH), new HelpWithdrawn("open", ORGANIZATION, "too far"))
                .when(new Withdraw("too far"))
                .thenRejected("help.none");
    }

    @Test
    void withdrawalClearsHelperAndKeepsPlace() {
        assertThat(helpFor("open")
                        .given(
                                new HelpMatched("open", ORGANIZATION, PATH),
                                new HelpWithdrawn("open", ORGANIZATION, "too far"))
                        .state())
                .isEqualTo(new Help("open", null, PATH));
    }
}
