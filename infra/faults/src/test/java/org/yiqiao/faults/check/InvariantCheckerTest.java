package org.yiqiao.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.yiqiao.faults.load.CommandOutcome;

/** A checker that finds nothing proves nothing: each violation is planted once, and has to be found. */
class InvariantCheckerTest {

    private static final String CENTER = "governance-center.RequestRows";

    private final ConsistentSnapshotBuilder town = new ConsistentSnapshotBuilder();

    @Test
    void consistentSnapshotHasNoViolations() {
        assertThat(InvariantChecker.check(town.build())).isEmpty();
    }

    @Test
    void identicalDuplicateIsNoViolation() {
        TopicRecord first = town.log.getFirst();
        town.log.add(
                town.record("case-0", 1, "RequestSubmitted", first.payload().toString()));
        assertThat(violatedInvariants()).doesNotContain("I3", "I5", "I6", "I7");
    }

    @Test
    void droppedEventIsDetected() {
        town.log.remove(town.indexOf("case-7", 2));
        assertThat(violatedInvariants()).contains("I1", "I3");
    }

    @Test
    void droppedLastEventIsDetected() {
        town.log.remove(town.indexOf("case-7", 3));
        assertThat(violatedInvariants()).contains("I1");
    }

    @Test
    void swappedEventsAreDetected() {
        Collections.swap(town.log, town.indexOf("case-3", 1), town.indexOf("case-3", 2));
        assertThat(violatedInvariants()).contains("I3");
    }

    @Test
    void acknowledgementWithoutEventIsDetected() {
        town.commands.add(
                new CommandOutcome("fabricated", "case-4", "OutcomeRated", CommandOutcome.Status.ACKNOWLEDGED, 4, 1));
        assertThat(violatedInvariants()).contains("I1");
    }

    @Test
    void missingDuplicateFilterIsDetected() {
        TopicRecord old = town.log.get(town.indexOf("case-5", 1));
        town.log.add(town.record("case-5", 1, "RequestSubmitted", old.payload().toString()));
        town.rowsOf(CENTER).put("case-5", new PersistedRow(1, ConsistentSnapshotBuilder.openRequestRow()));
        assertThat(violatedInvariants()).contains("I5", "I7");
    }

    @Test
    void appliedDuplicateWithUnchangedSeqIsDetected() {
        town.rowsOf(CENTER).put("case-5", new PersistedRow(3, ConsistentSnapshotBuilder.openRequestRow()));
        assertThat(violatedInvariants()).containsExactly("I5");
    }

    @Test
    void commandExecutedTwiceIsDetected() {
        town.addEvent("case-6", 4, "RequestReopened", "{\"times\":1}");
        town.commands.removeLast();
        town.aggregates.put(
                new EventKey.AggregateKey("case", "case-6"), new PersistedAggregate(4, 0, new BsonDocument()));
        CommandOutcome once =
                new CommandOutcome("once", "case-6", "RequestReopened", CommandOutcome.Status.ACKNOWLEDGED, 4, 2);
        town.commands.add(once);
        town.addEvent("case-6", 5, "RequestReopened", "{\"times\":2}");
        town.commands.removeLast();
        assertThat(violatedInvariants()).contains("I6");
    }

    @Test
    void refusedCommandWithEffectIsDetected() {
        CommandOutcome acknowledged = town.commands.removeLast();
        town.commands.add(new CommandOutcome(
                acknowledged.key(),
                acknowledged.aggregate(),
                acknowledged.event(),
                CommandOutcome.Status.REFUSED,
                0,
                1));
        assertThat(violatedInvariants()).containsExactly("I6");
    }

    @Test
    void unansweredCommandWithEffectIsNoViolation() {
        CommandOutcome acknowledged = town.commands.removeLast();
        town.commands.add(new CommandOutcome(
                acknowledged.key(),
                acknowledged.aggregate(),
                acknowledged.event(),
                CommandOutcome.Status.UNKNOWN,
                0,
                9));
        assertThat(violatedInvariants()).isEmpty();
    }

    @Test
    void uncommittedEventIsDetected() {
        town.log.add(town.record("case-8", 4, "RequestReopened", "{\"times\":1}"));
        assertThat(violatedInvariants()).contains("I2");
    }

    @Test
    void differentEventWithSameSeqIsDetected() {
        town.log.add(town.record("case-9", 1, "RequestSubmitted", "{\"service\":\"Bench\"}"));
        assertThat(violatedInvariants()).contains("I4");
    }

    @Test
    void committedRecordWithoutRowIsDetected() {
        town.rowsOf(CENTER).remove("case-2");
        assertThat(violatedInvariants()).contains("I5", "I7");
        assertThat(InvariantChecker.checkCommittedRecords(town.build()))
                .extracting(Violation::invariant)
                .contains("I12");
    }

    @Test
    void deadLetterIsNoSkippedRecord() {
        town.rowsOf(CENTER).put("case-2", new PersistedRow(2, ConsistentSnapshotBuilder.openRequestRow()));
        TopicRecord.Position origin = town.log.get(town.indexOf("case-2", 3)).position();
        town.deadLetters.add(new DeadLetter("RequestRows", origin, "because"));
        assertThat(violatedInvariants()).containsExactly("I5");
    }

    @Test
    void deadLetterWithoutOriginOrCauseIsDetected() {
        town.deadLetters.add(new DeadLetter("RequestRows", null, "because"));
        town.deadLetters.add(new DeadLetter("RequestRows", town.log.getFirst().position(), ""));
        assertThat(violatedInvariants()).containsExactly("I8", "I8");
    }

    @Test
    void backlogAfterRecoveryIsDetected() {
        town.parkedEvents.add(new ParkedEvent("RequestRows", "case-1", 4));
        town.aggregates.put(
                new EventKey.AggregateKey("case", "case-1"), new PersistedAggregate(4, 1, new BsonDocument()));
        Objects.requireNonNull(town.committedOffsets.get(CENTER)).put(0, 5L);
        assertThat(violatedInvariants()).containsExactly("I10", "I10", "I10");
    }

    @Test
    void staleReadIsDetected() {
        town.staleReads.add("request case-1 was at 3, then at 2");
        assertThat(violatedInvariants()).containsExactly("I11");
    }

    @Test
    void helpArrangedWithoutMatchIsDetected() {
        town.addEvent("case-1", 4, "HelpArranged", "{\"organization\":\"o\"}");
        assertThat(violatedInvariants()).contains("I6");
    }

    private List<String> violatedInvariants() {
        return InvariantChecker.check(town.build()).stream()
                .map(Violation::invariant)
                .toList();
    }
}
