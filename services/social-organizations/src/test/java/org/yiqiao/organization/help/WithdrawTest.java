package org.yiqiao.organization.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiqiao.organization.help.HelpFixture.ORGANIZATION;
import static org.yiqiao.organization.help.HelpFixture.OTHER_ORGANIZATION;
import static org.yiqiao.organization.help.HelpFixture.PATH;
import static org.yiqiao.organization.help.HelpFixture.REQUESTER;
import static org.yiqiao.organization.help.HelpFixture.REQUEST_SEQ;
import static org.yiqiao.organization.help.HelpFixture.helpFor;

import com.mongodb.MongoClientSettings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.codecs.DecoderContext;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.HelpEvent.HelpMatched;
import org.yiqiao.contracts.HelpEvent.HelpWithdrawn;
import org.yiqiao.core.privacy.PersonalFieldPaths;
import org.yiqiao.core.test.AggregateTestScenario;

class WithdrawTest {

    @Test
    void helperCanWithdraw() {
        helpFor("open")
                .given(new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ))
                .when(new Withdraw("too far"))
                .then(new HelpWithdrawn("open", ORGANIZATION, "too far"));
    }

    @Test
    void helperCanWithdrawFromClosedRequest() {
        helpFor("closed")
                .given(new HelpMatched("closed", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ))
                .when(new Withdraw("done"))
                .then(new HelpWithdrawn("closed", ORGANIZATION, "done"));
    }

    @Test
    void withdrawalWithoutHelperIsRejected() {
        helpFor("open").when(new Withdraw("too far")).thenRejected("help.none");
        helpFor("open")
                .given(
                        new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ),
                        new HelpWithdrawn("open", ORGANIZATION, "too far"))
                .when(new Withdraw("too far"))
                .thenRejected("help.none");
    }

    @Test
    void withdrawalClearsHelperAndKeepsPlaceAndEveryReason() {
        Instant time = AggregateTestScenario.NOW.minusSeconds(3600);
        assertThat(helpFor("open")
                        .given(
                                new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ),
                                new HelpWithdrawn("open", ORGANIZATION, "too far"),
                                new HelpMatched("open", OTHER_ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ),
                                new HelpWithdrawn("open", OTHER_ORGANIZATION, "no time"))
                        .state())
                .isEqualTo(new Help(
                        "open",
                        null,
                        PATH,
                        REQUESTER,
                        List.of(
                                new Withdrawal(time, ORGANIZATION, "too far"),
                                new Withdrawal(time, OTHER_ORGANIZATION, "no time")),
                        List.of(),
                        REQUEST_SEQ));
    }

    @Test
    void reasonIsEncryptedForTheRequesterAndShownWithoutNumbers() {
        Help help = Objects.requireNonNull(helpFor("open")
                .given(
                        new HelpMatched("open", ORGANIZATION, PATH, REQUESTER, REQUEST_SEQ),
                        new HelpWithdrawn("open", ORGANIZATION, "13812345678 does not answer"))
                .state());
        assertThat(HelpFixture.AGGREGATE_TYPE.dataSubject(help)).isEqualTo(REQUESTER);
        assertThat(PersonalFieldPaths.of(Help.class).paths()).containsExactly(List.of("withdrawals", "reason"));
        assertThat(HelpFixture.AGGREGATE_TYPE.mask(help, "caller", Set.of()).withdrawals())
                .extracting(Withdrawal::reason)
                .containsExactly("**** does not answer");
    }

    @Test
    void reasonIsNotKeptAfterErasureOfRequester() {
        helpFor("open")
                .given(new HelpMatched("open", ORGANIZATION, PATH, HelpFixture.ERASED_REQUESTER, REQUEST_SEQ))
                .when(new Withdraw("she is ill"))
                .then(new HelpWithdrawn("open", ORGANIZATION, null));
    }

    @Test
    void helpStoredBeforeWithdrawalsWereKeptHasNone() {
        Help help = MongoClientSettings.getDefaultCodecRegistry()
                .get(Help.class)
                .decode(
                        BsonDocument.parse("{'request': 'open', 'organization': 'organization-1', 'path': []}")
                                .asBsonReader(),
                        DecoderContext.builder().build());

        assertThat(help).isEqualTo(new Help("open", ORGANIZATION, List.of(), null, List.of(), List.of(), null));
    }
}
