package org.yiqiao.organization.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.organization.help.TestNeeds.OWLS;
import static org.yiqiao.organization.help.TestNeeds.PATH;
import static org.yiqiao.organization.help.TestNeeds.helpFor;

import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;

class WithdrawTest {

    @Test
    void whoeverHelpsMayGiveTheRequestBack() {
        helpFor("open")
                .given(new HelpMatched("open", OWLS, PATH))
                .when(new Withdraw("too far"))
                .then(new HelpWithdrawn("open", OWLS, "too far"));
    }

    @Test
    void aRequestMayBeGivenBackAfterItWasClosed() {
        helpFor("closed")
                .given(new HelpMatched("closed", OWLS, PATH))
                .when(new Withdraw("done"))
                .then(new HelpWithdrawn("closed", OWLS, "done"));
    }

    @Test
    void whereNobodyHelpsNothingIsGivenBack() {
        helpFor("open").when(new Withdraw("too far")).thenRejected("help.none");
        helpFor("open")
                .given(new HelpMatched("open", OWLS, PATH), new HelpWithdrawn("open", OWLS, "too far"))
                .when(new Withdraw("too far"))
                .thenRejected("help.none");
    }

    @Test
    void thenNobodyHelpsAnyMoreButThePlaceIsStillKnown() {
        assertThat(helpFor("open")
                        .given(new HelpMatched("open", OWLS, PATH), new HelpWithdrawn("open", OWLS, "too far"))
                        .state())
                .isEqualTo(new Help("open", null, PATH));
    }
}
