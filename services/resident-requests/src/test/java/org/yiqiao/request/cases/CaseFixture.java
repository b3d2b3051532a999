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

    /** Returns facts with this chief of the north-western grid; null stands for a vacant post. */
    static CaseDecisionFacts factsWithChief(@Nullable String chief) {
        return new CaseDecisionFacts(
                TerritoryMapFixture.map(),
                grid -> grid.equals(TerritoryMapFixture.NORTH_WEST) ? Optional.ofNullable(chief) : Optional.empty());
    }

    static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> noCase() {
        return AggregateTestScenario.of(new CaseAggregateType(() -> FACTS));
    }

    /** Returns a case with its handler, after the post of the chief went to another person; null: to nobody. */
    static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> afterChangeOfChief(
            CaseStage stage, @Nullable String chief) {
        return stageEvents(AggregateTestScenario.of(new CaseAggregateType(() -> factsWithChief(chief))), stage);
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
        return stageEvents(noCase(), stage);
    }

    private static AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> stageEvents(
            AggregateTestScenario<Case, CaseEvent, CaseDecisionFacts> empty, CaseStage stage) {
        return switch (stage) {
            case SUBMITTED -> empty.given(submitted());
            case CLASSIFIED -> stageEvents(empty, CaseStage.SUBMITTED).given(classified());
            case DISPATCHED ->
                stageEvents(empty, CaseStage.CLASSIFIED)
                        .given(new RequestDispatched(TerritoryMapFixture.NORTH_WEST, CHIEF));
            case ACCEPTED -> stageEvents(empty, CaseStage.DISPATCHED).given(new DispatchAccepted(CHIEF));
            case RESOLVED ->
                stageEvents(empty, CaseStage.ACCEPTED).given(new ResolutionReported(CHIEF, "The car was towed"));
            case VERIFIED -> stageEvents(empty, CaseStage.RESOLVED).given(new ResolutionVerified(VERIFIER));
            case CLOSED -> stageEvents(empty, CaseStage.VERIFIED).given(new RequestClosed(ClosingBasis.VERIFIED));
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
