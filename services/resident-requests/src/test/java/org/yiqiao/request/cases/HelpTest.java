package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.HelpEnded;

class HelpTest {

    private static final String NEIGHBOURS = "organization-1";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void anOrganizationHelpsWithAnOpenRequest(Stage stage) {
        TestCase.at(stage).when(new ArrangeHelp(NEIGHBOURS)).then(new HelpArranged(NEIGHBOURS));
    }

    @Test
    void nobodyHelpsWithAClosedRequest() {
        TestCase.at(Stage.CLOSED).when(new ArrangeHelp(NEIGHBOURS)).thenRejected("case.wrong-stage");
    }

    @Test
    void whoeverHelpsAlreadyIsNotNotedTwice() {
        TestCase.at(Stage.SUBMITTED)
                .given(new HelpArranged(NEIGHBOURS))
                .when(new ArrangeHelp(NEIGHBOURS))
                .thenNothing();
    }

    @ParameterizedTest
    @EnumSource
    void helpEndsAtAnyStage(Stage stage) {
        TestCase.at(stage)
                .given(new HelpArranged(NEIGHBOURS))
                .when(new EndHelp(NEIGHBOURS))
                .then(new HelpEnded(NEIGHBOURS));
    }

    @Test
    void whoeverDoesNotHelpCannotEndIt() {
        TestCase.at(Stage.SUBMITTED)
                .given(new HelpArranged("organization-2"))
                .when(new EndHelp(NEIGHBOURS))
                .thenNothing();
    }

    @Test
    void severalOrganizationsMayHelp() {
        var helped =
                TestCase.at(Stage.ACCEPTED).given(new HelpArranged(NEIGHBOURS), new HelpArranged("organization-2"));
        Case state = TestCase.state(helped);
        assertThat(state.stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(state.handling().helpers()).containsExactly(NEIGHBOURS, "organization-2");
        assertThat(TestCase.state(helped.given(new HelpEnded(NEIGHBOURS)))
                        .handling()
                        .helpers())
                .containsExactly("organization-2");
    }
}
