package org.yiqiao.request.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.DispatchAccepted;
import org.yiqiao.contracts.CaseEvent.HelpArranged;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestDispatched;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.CaseEvent.RequestRouted;
import org.yiqiao.contracts.CaseEvent.RequestSubmitted;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.contracts.IntakeChannel;
import org.yiqiao.contracts.RoutingMethod;
import org.yiqiao.core.decider.TimestampedEvent;
import org.yiqiao.request.TerritoryMapFixture;
import org.yiqiao.request.cases.SourceUpdate.Effect;

/** A later file updates an imported request, unless people here have handled it. */
class UpdateFromSourceTest {

    private static final Instant REQUESTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant CLOSED = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant REOPENED = Instant.parse("2026-01-09T00:00:00Z");

    private static final SourceStatus OPEN_UNDATED = new SourceStatus(false, null);
    private static final SourceStatus CLOSED_FIRST = new SourceStatus(true, CLOSED);
    private static final SourceStatus OPEN_AGAIN = new SourceStatus(false, REOPENED);

    private static final CaseEvent SUBMITTED = new RequestSubmitted(
            "Graffiti",
            null,
            null,
            IntakeChannel.OPEN311,
            TerritoryMapFixture.TOWN,
            CaseFixture.IN_MICRO,
            "16-42",
            null,
            null,
            "",
            null,
            TerritoryMapFixture.IN_MICRO);
    private static final CaseEvent IMPORTED_CLOSING = new RequestClosed(ClosingBasis.IMPORTED);
    private static final CaseEvent DISPATCHED =
            new RequestDispatched(TerritoryMapFixture.NORTH_WEST, CaseFixture.CHIEF);

    private static Case caseOf(@Nullable Instant closed, CaseEvent... later) {
        Case state = Case.evolve(null, new TimestampedEvent<>(SUBMITTED, REQUESTED));
        if (closed != null) {
            state = Case.evolve(state, new TimestampedEvent<>(IMPORTED_CLOSING, closed));
        }
        return after(state, Instant.parse("2026-01-07T00:00:00Z"), later);
    }

    private static Case after(Case before, Instant time, CaseEvent... events) {
        Case state = before;
        for (CaseEvent event : events) {
            state = Case.evolve(state, new TimestampedEvent<>(event, time));
        }
        return state;
    }

    private static SourceUpdate update(Case state, SourceStatus... statuses) {
        return new UpdateFromSource(REQUESTED, List.of(statuses)).applyTo(state);
    }

    private static void assertEffects(SourceUpdate update, Effect... effects) {
        assertThat(update.effects()).isEqualTo(Arrays.asList(effects));
    }

    @Test
    void closingKeepsTheTimeOfTheSource() {
        SourceUpdate update = update(caseOf(null), CLOSED_FIRST);
        assertEffects(update, Effect.UPDATED);
        assertThat(update.events()).containsExactly(new TimestampedEvent<>(IMPORTED_CLOSING, CLOSED));
        assertThat(update.state().stage()).isEqualTo(CaseStage.CLOSED);
        assertThat(update.state().ending().closedAt()).isEqualTo(CLOSED);
    }

    @Test
    void reopeningKeepsTheTimeOfTheSource() {
        SourceUpdate update = update(caseOf(CLOSED), OPEN_AGAIN);
        assertEffects(update, Effect.UPDATED);
        assertThat(update.events()).containsExactly(new TimestampedEvent<>(new RequestReopened(1, null), REOPENED));
        assertThat(update.state().stage()).isEqualTo(CaseStage.SUBMITTED);
    }

    @Test
    void statusesAreAppliedInOrder() {
        SourceUpdate update = update(caseOf(null), OPEN_UNDATED, CLOSED_FIRST, OPEN_AGAIN);
        assertEffects(update, Effect.UNCHANGED, Effect.UPDATED, Effect.UPDATED);
        assertThat(update.state().need().sourceStatus()).isEqualTo(OPEN_AGAIN);
    }

    @Test
    void sameOrOlderStatusChangesNothing() {
        assertEffects(update(caseOf(null), OPEN_UNDATED), Effect.UNCHANGED);
        assertEffects(update(caseOf(CLOSED), CLOSED_FIRST), Effect.UNCHANGED);
        assertEffects(update(caseOf(CLOSED), new SourceStatus(false, CLOSED)), Effect.UNCHANGED);
        Case reopened = update(caseOf(CLOSED), OPEN_AGAIN).state();
        assertEffects(update(reopened, CLOSED_FIRST), Effect.UNCHANGED);
        assertThat(update(reopened, CLOSED_FIRST).events()).isEmpty();
    }

    @Test
    void routedRequestIsStillUpdated() {
        Case routed =
                caseOf(null, new RequestRouted(TerritoryMapFixture.TOWN, CaseFixture.IN_MICRO, RoutingMethod.BY_HAND));
        assertEffects(update(routed, CLOSED_FIRST), Effect.UPDATED);
    }

    @Test
    void requestThatIsHandledHereIsAConflict() {
        for (CaseEvent[] handling : new CaseEvent[][] {
            {CaseFixture.classified()},
            {CaseFixture.classified(), DISPATCHED},
            {CaseFixture.classified(), DISPATCHED, new DispatchAccepted(CaseFixture.CHIEF)},
            {new HelpArranged("organization-1")}
        }) {
            SourceUpdate update = update(caseOf(null, handling), CLOSED_FIRST);
            assertEffects(update, Effect.HANDLED_HERE);
            assertThat(update.events()).isEmpty();
        }
    }

    @Test
    void requestThatWasClosedByVerificationStaysClosed() {
        Case verified = caseOf(null, new RequestClosed(ClosingBasis.VERIFIED));
        assertEffects(update(verified, OPEN_AGAIN), Effect.HANDLED_HERE);
        assertEffects(update(verified, OPEN_UNDATED), Effect.UNCHANGED);
        assertEffects(update(verified, CLOSED_FIRST), Effect.UNCHANGED);
    }

    @Test
    void requestThatPeopleReopenedIsClosedByPeopleOnly() {
        Case reopened = caseOf(CLOSED, new RequestReopened(1, "It is back"));
        assertEffects(update(reopened, CLOSED_FIRST), Effect.UNCHANGED);
        assertEffects(update(reopened, new SourceStatus(true, REOPENED)), Effect.HANDLED_HERE);
    }

    @Test
    void undatedReopeningIsAConflictUnlessALaterRowFollows() {
        assertEffects(update(caseOf(CLOSED), OPEN_UNDATED), Effect.REOPENING_UNDATED);
        assertEffects(update(caseOf(CLOSED), OPEN_UNDATED, CLOSED_FIRST), Effect.UNCHANGED, Effect.UNCHANGED);
    }

    @Test
    void anotherRequestWithTheSameIdIsAConflict() {
        SourceUpdate update =
                new UpdateFromSource(REQUESTED.plusSeconds(7_200), List.of(CLOSED_FIRST)).applyTo(caseOf(null));
        assertEffects(update, Effect.OTHER_REQUEST);
        assertEffects(
                new UpdateFromSource(REQUESTED.plus(Duration.ofSeconds(59)), List.of(CLOSED_FIRST))
                        .applyTo(caseOf(null)),
                Effect.UPDATED);
    }

    @Test
    void requestImportedByAnEarlierVersionIsUpdated() {
        assertEffects(update(withoutSourceStatus(caseOf(null)), CLOSED_FIRST), Effect.UPDATED);
        assertEffects(update(withoutSourceStatus(caseOf(CLOSED)), OPEN_AGAIN), Effect.UPDATED);
        assertEffects(update(withoutSourceStatus(caseOf(CLOSED)), CLOSED_FIRST), Effect.UNCHANGED);
    }

    private static Case withoutSourceStatus(Case state) {
        return new Case(
                state.stage(),
                state.need().withSourceStatus(null),
                state.whereabouts(),
                state.handling(),
                state.ending(),
                state.past());
    }

    @Test
    void fileWithAHistoryCreatesTheRequestInItsLastStatus() {
        ImportExternalRequest creation = new ImportExternalRequest(
                "16-42",
                "Graffiti",
                null,
                "",
                null,
                null,
                TerritoryMapFixture.NORTH_WEST,
                REQUESTED,
                null,
                List.of(CLOSED_FIRST, OPEN_AGAIN),
                List.of());
        assertThat(creation.laterEffects()).containsExactly(Effect.UPDATED, Effect.UPDATED);
        assertThat(CaseFixture.noCase().when(creation).timestampedEvents())
                .hasSize(3)
                .element(2)
                .isEqualTo(new TimestampedEvent<CaseEvent>(new RequestReopened(1, null), REOPENED));
    }

    @Test
    void placeCodeRoutesARequestWithoutALocation() {
        ImportExternalRequest creation = new ImportExternalRequest(
                "16-42",
                "Graffiti",
                null,
                "",
                null,
                null,
                TerritoryMapFixture.NORTH_WEST,
                REQUESTED,
                null,
                List.of(),
                List.of());
        assertThat(CaseFixture.noCase()
                        .when(creation)
                        .timestampedEvents()
                        .getFirst()
                        .event())
                .isInstanceOfSatisfying(RequestSubmitted.class, submitted -> {
                    assertThat(submitted.township()).isEqualTo(TerritoryMapFixture.TOWN);
                    assertThat(submitted.path()).endsWith(TerritoryMapFixture.NORTH_WEST);
                });
    }
}
