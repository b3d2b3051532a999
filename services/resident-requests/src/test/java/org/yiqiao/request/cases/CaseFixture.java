package org.yiqiao.request.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.contracts.CaseEvent.RequestClassified;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.test.AggregateTestScenario;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.support.territory.TerritoryMap;

/** Creates cases in {@link TerritoryMapFixture}, at any stage. */
final class CaseFixture {

    static final String CHIEF = "chief-1";
    static final String VERIFIER = "verifier-1";
    static final List<String> IN_MICRO = List.of(
            TerritoryMapFixture.TOWN,
            TerritoryMapFixture.WEST,
            TerritoryMapFixture.NORTH_WEST,
            TerritoryMapFixture.MICRO);

    /** Facts with a chief for the north-western grid and none for the other grid. */
    static final CaseDecisionFacts FACTS = factsOf(TerritoryMapFixture.map());

    private CaseFixture() {}

    static CaseDecisionFacts factsOf(TerritoryMap territory) {
        return new CaseDecisionFacts(
                territory, grid -> grid.equals(TerritoryMapFixture.NORTH_WEST) ? Optional.of(CHIEF) : Optional.empty());
    }

    static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> noCase() {
        return AggregateTestScenario.of(new CaseAggregateType(() -> FACTS));
    }

    /** Returns a submission without a kind. */
    static RequestSubmitted submitted(@Nullable String township, List<String> path, @Nullable Point location) {
        return new RequestSubmitted(
                "Illegal Parking",
                null,
                null,
                IntakeChannel.PHONE,
                township,
                path,
                null,
                "requester-1",
                null,
                "On the pavement",
                "Xinba Road 1",
                location);
    }

    static RequestSubmitted submitted() {
        return submitted(TerritoryMapFixture.TOWN, IN_MICRO, TerritoryMapFixture.IN_MICRO);
    }

    static RequestClassified classified() {
        return new RequestClassified(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null);
    }

    static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> inStage(CaseStage stage) {
        return switch (stage) {
            case SUBMITTED -> noCase().given(submitted());
            case CLASSIFIED -> inStage(CaseStage.SUBMITTED).given(classified());
            case DISPATCHED ->
                inStage(CaseStage.CLASSIFIED).given(new RequestDispatched(TerritoryMapFixture.NORTH_WEST, CHIEF));
            case ACCEPTED -> inStage(CaseStage.DISPATCHED).given(new DispatchAccepted(CHIEF));
            case RESOLVED -> inStage(CaseStage.ACCEPTED).given(new ResolutionReported(CHIEF, "The car was towed"));
            case VERIFIED -> inStage(CaseStage.RESOLVED).given(new ResolutionVerified(VERIFIER));
            case CLOSED -> inStage(CaseStage.VERIFIED).given(new RequestClosed(ClosingBasis.VERIFIED));
        };
    }

    static Case state(AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> scenario) {
        Case state = scenario.state();
        if (state == null) {
            throw new AssertionError("The scenario has no case");
        }
        return state;
    }

    static Instant oneHourAgo() {
        return AggregateTestScenario.NOW.minusSeconds(3600);
    }
}
