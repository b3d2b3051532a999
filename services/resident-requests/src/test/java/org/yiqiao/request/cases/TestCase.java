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
import org.yiqiao.contracts.Channel;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.core.test.Scenario;
import org.yiqiao.request.TestTerritory;
import org.yiqiao.support.territory.TerritoryMap;

/** A case in {@link TestTerritory}, at any stage of its loop. */
final class TestCase {

    static final String CHIEF = "chief-1";
    static final String VERIFIER = "verifier-1";
    static final List<String> IN_MICRO =
            List.of(TestTerritory.TOWN, TestTerritory.WEST, TestTerritory.NORTH_WEST, TestTerritory.MICRO);

    /** The grid in the north-west has a chief; the other one has none. */
    static final Neighbourhood NEIGHBOURHOOD = in(TestTerritory.map());

    private TestCase() {}

    static Neighbourhood in(TerritoryMap territory) {
        return new Neighbourhood(
                territory, grid -> grid.equals(TestTerritory.NORTH_WEST) ? Optional.of(CHIEF) : Optional.empty());
    }

    static Scenario<Case, CaseEvent, Neighbourhood> none() {
        return Scenario.of(new Cases(() -> NEIGHBOURHOOD));
    }

    /** Nobody has said yet what kind of request it is. */
    static RequestSubmitted submitted(@Nullable String township, List<String> path, @Nullable Point location) {
        return new RequestSubmitted(
                "Illegal Parking",
                null,
                null,
                Channel.PHONE,
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
        return submitted(TestTerritory.TOWN, IN_MICRO, TestTerritory.IN_MICRO);
    }

    static RequestClassified classified() {
        return new RequestClassified(RequestKind.COMPLAINT, CaseKind.IMMEDIATE, null);
    }

    static Scenario<Case, CaseEvent, Neighbourhood> at(Stage stage) {
        return switch (stage) {
            case SUBMITTED -> none().given(submitted());
            case CLASSIFIED -> at(Stage.SUBMITTED).given(classified());
            case DISPATCHED -> at(Stage.CLASSIFIED).given(new RequestDispatched(TestTerritory.NORTH_WEST, CHIEF));
            case ACCEPTED -> at(Stage.DISPATCHED).given(new DispatchAccepted(CHIEF));
            case RESOLVED -> at(Stage.ACCEPTED).given(new ResolutionReported(CHIEF, "The car was towed"));
            case VERIFIED -> at(Stage.RESOLVED).given(new ResolutionVerified(VERIFIER));
            case CLOSED -> at(Stage.VERIFIED).given(new RequestClosed(ClosingBasis.VERIFIED));
        };
    }

    static Case state(Scenario<Case, CaseEvent, Neighbourhood> scenario) {
        Case state = scenario.state();
        if (state == null) {
            throw new AssertionError("There is no case");
        }
        return state;
    }

    static Instant anHourAgo() {
        return Scenario.NOW.minusSeconds(3600);
    }
}
