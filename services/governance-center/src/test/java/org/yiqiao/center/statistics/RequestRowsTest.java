package org.yiqiao.center.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.center.live.ChangedPlaceCollector;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.HelpEnded;
import org.yiqiao.contracts.CaseEvent.OutcomeRated;
import org.yiqiao.contracts.CaseEvent.RequestClassified;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.CaseEvent.ResolutionReported;
import org.yiqiao.contracts.CaseEvent.ResolutionVerified;
import org.yiqiao.contracts.CaseEvent.VerificationFailed;
import org.yiqiao.contracts.CaseKind;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.RequestKind;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.contracts.Satisfaction;
import org.yiqiao.core.aggregate.Jurisdiction;
import org.yiqiao.core.envelope.EventEnvelope;

class RequestRowsTest {

    private static final String TOWN = "330109106";
    private static final List<String> PATH = List.of(TOWN, "330109106001");
    private static final Instant REQUESTED = Instant.parse("2026-01-31T23:59:59.999Z");
    private static final Instant CLOSED = Instant.parse("2026-02-03T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-05T08:00:00Z");

    private final RequestRows rows = projectionWithoutTables();

    /** Applying an event uses no tables, so the cache can be null. */
    @SuppressWarnings("NullAway")
    private static RequestRows projectionWithoutTables() {
        return new RequestRows(null, new ChangedPlaceCollector());
    }

    private @Nullable MeasuredRequest apply(@Nullable MeasuredRequest row, Instant time, CaseEvent event) {
        return rows.apply(
                row, new EventEnvelope<>("id-1-1", "id-1", 1, time, LATER, Jurisdiction.UNKNOWN, "c", null, event));
    }

    private static RequestSubmitted submitted(@Nullable String township, List<String> path) {
        return new RequestSubmitted(
                "Noise", null, null, IntakeChannel.PHONE, township, path, null, null, null, null, null, null);
    }

    private static MeasuredRequest row(@Nullable String township, List<String> path, @Nullable Instant closedAt) {
        return new MeasuredRequest("2026-01-31", "Noise", township, path, REQUESTED, closedAt);
    }

    @Test
    void submittedRequestIsOpenOnEventDay() {
        assertThat(apply(null, REQUESTED, submitted(TOWN, PATH))).isEqualTo(row(TOWN, PATH, null));
    }

    @Test
    void unroutedRequestKeepsOptionalTownship() {
        assertThat(apply(null, REQUESTED, submitted(TOWN, List.of()))).isEqualTo(row(TOWN, List.of(), null));
        assertThat(apply(null, REQUESTED, submitted(null, List.of()))).isEqualTo(row(null, List.of(), null));
    }

    @Test
    void routedRequestMovesToItsPlace() {
        assertThat(apply(row(null, List.of(), null), LATER, new RequestRouted(TOWN, PATH, RoutingMethod.BY_HAND)))
                .isEqualTo(row(TOWN, PATH, null));
        assertThat(apply(
                        row("elsewhere", List.of("elsewhere"), CLOSED),
                        LATER,
                        new RequestRouted(TOWN, PATH, RoutingMethod.BY_HAND)))
                .isEqualTo(row(TOWN, PATH, CLOSED));
    }

    @Test
    void closingTimeIsEventTimeNotRecordedTime() {
        assertThat(apply(row(TOWN, PATH, null), CLOSED, new RequestClosed(ClosingBasis.IMPORTED)))
                .isEqualTo(row(TOWN, PATH, CLOSED));
    }

    @Test
    void reopenedRequestIsOpen() {
        assertThat(apply(row(TOWN, PATH, CLOSED), LATER, new RequestReopened(1, null)))
                .isEqualTo(row(TOWN, PATH, null));
    }

    @Test
    void repeatedlyClosedRequestKeepsFirstDayAndLastClosing() {
        MeasuredRequest reopened = apply(row(TOWN, PATH, CLOSED), CLOSED, new RequestReopened(1, null));
        assertThat(apply(reopened, LATER, new RequestClosed(ClosingBasis.VERIFIED)))
                .isEqualTo(row(TOWN, PATH, LATER));
    }

    @Test
    void otherEventsDoNotChangeRow() {
        for (CaseEvent event : List.of(
                new RequestClassified(RequestKind.HELP, CaseKind.IMMEDIATE, null),
                new RequestDispatched("grid", "chief-1"),
                new DispatchAccepted("chief-1"),
                new ResolutionReported("chief-1", null),
                new ResolutionVerified("verifier-1"),
                new VerificationFailed("verifier-1", null),
                new OutcomeRated(true, Satisfaction.SATISFIED),
                new HelpArranged("organization-1"),
                new HelpEnded("organization-1"))) {
            assertThat(apply(row(TOWN, PATH, CLOSED), LATER, event))
                    .as(event.toString())
                    .isEqualTo(row(TOWN, PATH, CLOSED));
        }
    }

    @Test
    void eventWithoutSubmissionCreatesNoRow() {
        assertThat(apply(null, CLOSED, new RequestClosed(ClosingBasis.VERIFIED)))
                .isNull();
    }
}
