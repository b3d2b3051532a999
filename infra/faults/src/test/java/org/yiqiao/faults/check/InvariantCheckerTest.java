package org.yiqiao.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.yiqiao.faults.load.ClientCommandOutcome;

/** Plants each violation once and requires the checker to find it: a checker that finds nothing proves nothing. */
class InvariantCheckerTest {

    private static final String CENTER = "governance-center.RequestRows";

    private final ConsistentSnapshotBuilder snapshot = new ConsistentSnapshotBuilder();

    @Test
    void consistentSnapshotHasNoViolations() {
        assertThat(InvariantChecker.check(snapshot.build())).isEmpty();
    }

    @Test
    void identicalDuplicateIsNoViolation() {
        TopicRecord first = snapshot.log.getFirst();
        snapshot.log.add(
                snapshot.record("case-0", 1, "RequestSubmitted", first.payload().toString()));
        assertThat(violatedInvariants()).doesNotContain("I3", "I5", "I6", "I7");
    }

    @Test
    void droppedEventIsDetected() {
        snapshot.log.remove(snapshot.indexOf("case-7", 2));
        assertThat(violatedInvariants()).contains("I1", "I3");
    }

    @Test
    void droppedLastEventIsDetected() {
        snapshot.log.remove(snapshot.indexOf("case-7", 3));
        assertThat(violatedInvariants()).contains("I1");
    }

    @Test
    void swappedEventsAreDetected() {
        Collections.swap(snapshot.log, snapshot.indexOf("case-3", 1), snapshot.indexOf("case-3", 2));
        assertThat(violatedInvariants()).contains("I3");
    }

    @Test
    void acknowledgementWithoutEventIsDetected() {
        snapshot.commands.add(new ClientCommandOutcome(
                "fabricated", "case-4", "OutcomeRated", ClientCommandOutcome.Status.ACKNOWLEDGED, 4, 1));
        assertThat(violatedInvariants()).contains("I1");
    }

    @Test
    void missingDuplicateFilterIsDetected() {
        TopicRecord old = snapshot.log.get(snapshot.indexOf("case-5", 1));
        snapshot.log.add(
                snapshot.record("case-5", 1, "RequestSubmitted", old.payload().toString()));
        snapshot.rowsOf(CENTER).put("case-5", new PersistedRow(1, ConsistentSnapshotBuilder.openRequestRow()));
        assertThat(violatedInvariants()).contains("I5", "I7");
    }

    @Test
    void appliedDuplicateWithUnchangedSeqIsDetected() {
        snapshot.rowsOf(CENTER).put("case-5", new PersistedRow(3, ConsistentSnapshotBuilder.openRequestRow()));
        assertThat(violatedInvariants()).containsExactly("I5");
    }

    @Test
    void commandExecutedTwiceIsDetected() {
        snapshot.addEvent("case-6", 4, "RequestReopened", "{\"times\":1}");
        snapshot.commands.removeLast();
        snapshot.aggregates.put(
                new EventIdentity.AggregateKey("case", "case-6"), new PersistedAggregate(4, 0, new BsonDocument()));
        ClientCommandOutcome once = new ClientCommandOutcome(
                "once", "case-6", "RequestReopened", ClientCommandOutcome.Status.ACKNOWLEDGED, 4, 2);
        snapshot.commands.add(once);
        snapshot.addEvent("case-6", 5, "RequestReopened", "{\"times\":2}");
        snapshot.commands.removeLast();
        assertThat(violatedInvariants()).contains("I6");
    }

    @Test
    void refusedCommandWithEffectIsDetected() {
        ClientCommandOutcome acknowledged = snapshot.commands.removeLast();
        snapshot.commands.add(new ClientCommandOutcome(
                acknowledged.key(),
                acknowledged.aggregate(),
                acknowledged.event(),
                ClientCommandOutcome.Status.REFUSED,
                0,
                1));
        assertThat(violatedInvariants()).containsExactly("I6");
    }

    @Test
    void unansweredCommandWithEffectIsNoViolation() {
        ClientCommandOutcome acknowledged = snapshot.commands.removeLast();
        snapshot.commands.add(new ClientCommandOutcome(
                acknowledged.key(),
                acknowledged.aggregate(),
                acknowledged.event(),
                ClientCommandOutcome.Status.UNKNOWN,
                0,
                9));
        assertThat(violatedInvariants()).isEmpty();
    }

    @Test
    void uncommittedEventIsDetected() {
        snapshot.log.add(snapshot.record("case-8", 4, "RequestReopened", "{\"times\":1}"));
        assertThat(violatedInvariants()).contains("I2");
    }

    @Test
    void differentEventWithSameSeqIsDetected() {
        snapshot.log.add(snapshot.record("case-9", 1, "RequestSubmitted", "{\"service\":\"Bench\"}"));
        assertThat(violatedInvariants()).contains("I4");
    }

    @Test
    void committedRecordWithoutRowIsDetected() {
        snapshot.rowsOf(CENTER).remove("case-2");
        assertThat(violatedInvariants()).contains("I5", "I7");
        assertThat(InvariantChecker.checkCommittedRecords(snapshot.build()))
                .extracting(InvariantViolation::invariant)
                .contains("I12");
    }

    @Test
    void deadLetterIsNoSkippedRecord() {
        snapshot.rowsOf(CENTER).put("case-2", new PersistedRow(2, ConsistentSnapshotBuilder.openRequestRow()));
        TopicRecord.Position origin =
                snapshot.log.get(snapshot.indexOf("case-2", 3)).position();
        snapshot.deadLetters.add(new DeadLetter("RequestRows", origin, "because"));
        assertThat(violatedInvariants()).containsExactly("I5");
    }

    @Test
    void deadLetterWithoutOriginOrCauseIsDetected() {
        snapshot.deadLetters.add(new DeadLetter("RequestRows", null, "because"));
        snapshot.deadLetters.add(
                new DeadLetter("RequestRows", snapshot.log.getFirst().position(), ""));
        assertThat(violatedInvariants()).containsExactly("I8", "I8");
    }

    @Test
    void backlogAfterRecoveryIsDetected() {
        snapshot.parkedEvents.add(new OutOfOrderEvent("RequestRows", "case-1", 4));
        snapshot.aggregates.put(
                new EventIdentity.AggregateKey("case", "case-1"), new PersistedAggregate(4, 1, new BsonDocument()));
        Objects.requireNonNull(snapshot.committedOffsets.get(CENTER)).put(0, 5L);
        assertThat(violatedInvariants()).containsExactly("I10", "I10", "I10");
    }

    @Test
    void staleReadIsDetected() {
        snapshot.staleReads.add("request case-1 was at 3, then at 2");
        assertThat(violatedInvariants()).containsExactly("I11");
    }

    @Test
    void helpArrangedWithoutMatchIsDetected() {
        snapshot.addEvent("case-1", 4, "HelpArranged", "{\"organization\":\"o\"}");
        assertThat(violatedInvariants()).contains("I6");
    }

    private List<String> violatedInvariants() {
        return InvariantChecker.check(snapshot.build()).stream()
                .map(InvariantViolation::invariant)
                .toList();
    }
}
