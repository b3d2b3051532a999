package org.yiqiao.organization.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.organization.help.HelpFixture.ORGANIZATION;
import static org.yiqiao.organization.help.HelpFixture.OTHER_ORGANIZATION;
import static org.yiqiao.organization.help.HelpFixture.PATH;
import static org.yiqiao.organization.help.HelpFixture.REQUESTER;
import static org.yiqiao.organization.help.HelpFixture.REQUEST_SEQ;
import static org.yiqiao.organization.help.HelpFixture.helpFor;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.HelpEvent;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpReleased;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.access.Ownership;

class ReleaseHelpTest {

    /** Sequence number of the event that ends the help. */
    private static final long END = REQUEST_SEQ + 1;

    private static final HelpMatched MATCHED = new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ);

    @Test
    void organizationIsReleasedFromClosedRequest() {
        helpFor("open")
                .given(MATCHED)
                .when(new ReleaseHelp(ORGANIZATION, END))
                .then(new HelpReleased("open", ORGANIZATION));
    }

    @Test
    void repeatedReleaseAndReleaseAfterWithdrawalDoNothing() {
        helpFor("open").when(new ReleaseHelp(ORGANIZATION, END)).thenNoEvents();
        helpFor("open")
                .given(MATCHED, new HelpReleased("open", ORGANIZATION))
                .when(new ReleaseHelp(ORGANIZATION, END))
                .thenNoEvents();
        helpFor("open")
                .given(MATCHED, new HelpWithdrawn("open", ORGANIZATION, "too far"))
                .when(new ReleaseHelp(ORGANIZATION, END))
                .thenNoEvents();
    }

    @Test
    void releaseOfFormerHelperKeepsTheCurrentOne() {
        helpFor("open")
                .given(
                        MATCHED,
                        new HelpWithdrawn("open", ORGANIZATION, "too far"),
                        new HelpMatched("open", OTHER_ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ))
                .when(new ReleaseHelp(ORGANIZATION, END))
                .thenNoEvents();
    }

    @Test
    void releasedOrganizationKeepsAccessToItsRecordAndRequestCanBeClaimedAgain() {
        var released = helpFor("open").given(MATCHED, new HelpReleased("open", ORGANIZATION));
        Help help = Objects.requireNonNull(released.state());

        assertThat(help.organization()).isNull();
        assertThat(help.releases()).extracting(Release::organization).containsExactly(ORGANIZATION);
        assertThat(HelpFixture.AGGREGATE_TYPE.ownership("open", help, HelpFixture.AGGREGATE_TYPE.facts()))
                .isEqualTo(Ownership.ofPath(PATH).withOrganization(ORGANIZATION));
        released.when(new Claim(OTHER_ORGANIZATION))
                .then(new HelpMatched("open", OTHER_ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ));
    }

    @Test
    void releasedOrganizationLosesAccessOnceAnotherHelps() {
        HelpReleased released = new HelpReleased("open", ORGANIZATION);
        HelpMatched next = new HelpMatched("open", OTHER_ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ);

        assertThat(ownershipAfter(MATCHED, released, next))
                .isEqualTo(Ownership.ofPath(PATH).withOrganization(OTHER_ORGANIZATION));
        assertThat(ownershipAfter(MATCHED, released, next, new HelpReleased("open", OTHER_ORGANIZATION)))
                .isEqualTo(Ownership.ofPath(PATH).withOrganization(OTHER_ORGANIZATION));
        // The reason of the other organization is no concern of the released one.
        assertThat(ownershipAfter(MATCHED, released, next, new HelpWithdrawn("open", OTHER_ORGANIZATION, "too far")))
                .isEqualTo(Ownership.ofPath(PATH));
    }

    @Test
    void claimThatKnewTheEndSurvivesIt() {
        helpFor("open")
                .given(MATCHED)
                .when(new ReleaseHelp(ORGANIZATION, REQUEST_SEQ))
                .thenNoEvents();
        helpFor("open")
                .given(
                        MATCHED,
                        new HelpWithdrawn("open", ORGANIZATION, "too far"),
                        new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, END))
                .when(new ReleaseHelp(ORGANIZATION, END))
                .thenNoEvents();
    }

    @Test
    void helpStoredWithoutSequenceNumberIsReleased() {
        helpFor("open")
                .given(new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, null))
                .when(new ReleaseHelp(ORGANIZATION, END))
                .then(new HelpReleased("open", ORGANIZATION));
    }

    private static Ownership ownershipAfter(HelpEvent... events) {
        Help help = Objects.requireNonNull(helpFor("open").given(events).state());
        return HelpFixture.AGGREGATE_TYPE.ownership("open", help, HelpFixture.AGGREGATE_TYPE.facts());
    }
}
