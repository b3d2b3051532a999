package org.yiqiao.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.yiqiao.faults.load.Command;

/** A checker that finds nothing proves nothing: each violation is planted once, and has to be found. */
class CheckerTest {

    private static final String CENTER = "governance-center.RequestRows";

    private final SoundTown town = new SoundTown();

    @Test
    void aSoundTownHasNoViolations() {
        assertThat(Checker.check(town.evidence())).isEmpty();
    }

    @Test
    void whatTheLogRepeatsByteForByteIsNoViolation() {
        Recorded first = town.log.getFirst();
        town.log.add(town.record("case-0", 1, "RequestSubmitted", first.json().toString()));
        assertThat(found()).doesNotContain("I3", "I5", "I6", "I7");
    }

    @Test
    void anEventThatWasDroppedIsMissed() {
        town.log.remove(town.indexOf("case-7", 2));
        assertThat(found()).contains("I1", "I3");
    }

    @Test
    void theLastEventThatWasDroppedIsMissedToo() {
        town.log.remove(town.indexOf("case-7", 3));
        assertThat(found()).contains("I1");
    }

    @Test
    void twoSwappedEventsAreSeen() {
        Collections.swap(town.log, town.indexOf("case-3", 1), town.indexOf("case-3", 2));
        assertThat(found()).contains("I3");
    }

    @Test
    void aFabricatedAcknowledgementIsSeen() {
        town.commands.add(new Command("fabricated", "case-4", "OutcomeRated", Command.Result.ACKNOWLEDGED, 4, 1));
        assertThat(found()).contains("I1");
    }

    @Test
    void aProjectionWithoutItsDuplicateFilterIsSeen() {
        Recorded old = town.log.get(town.indexOf("case-5", 1));
        town.log.add(town.record("case-5", 1, "RequestSubmitted", old.json().toString()));
        town.rowsOf(CENTER).put("case-5", new KeptRow(1, SoundTown.openRequestRow()));
        assertThat(found()).contains("I5", "I7");
    }

    @Test
    void aProjectionThatAppliedADuplicateAndKeptItsNumberIsSeen() {
        town.rowsOf(CENTER).put("case-5", new KeptRow(3, SoundTown.openRequestRow()));
        assertThat(found()).containsExactly("I5");
    }

    @Test
    void aCommandThatWasDoneTwiceIsSeen() {
        town.happen("case-6", 4, "RequestReopened", "{\"times\":1}");
        town.commands.removeLast();
        town.aggregates.put(new Place.Aggregate("case", "case-6"), new Kept(4, 0, new BsonDocument()));
        Command once = new Command("once", "case-6", "RequestReopened", Command.Result.ACKNOWLEDGED, 4, 2);
        town.commands.add(once);
        town.happen("case-6", 5, "RequestReopened", "{\"times\":2}");
        town.commands.removeLast();
        assertThat(found()).contains("I6");
    }

    @Test
    void aRefusedCommandWithAnEffectIsSeen() {
        Command acknowledged = town.commands.removeLast();
        town.commands.add(new Command(
                acknowledged.key(), acknowledged.aggregate(), acknowledged.event(), Command.Result.REFUSED, 0, 1));
        assertThat(found()).containsExactly("I6");
    }

    @Test
    void anUnansweredCommandMayHaveHadAnEffect() {
        Command acknowledged = town.commands.removeLast();
        town.commands.add(new Command(
                acknowledged.key(), acknowledged.aggregate(), acknowledged.event(), Command.Result.UNKNOWN, 0, 9));
        assertThat(found()).isEmpty();
    }

    @Test
    void anEventThatNobodyCommittedIsSeen() {
        town.log.add(town.record("case-8", 4, "RequestReopened", "{\"times\":1}"));
        assertThat(found()).contains("I2");
    }

    @Test
    void anotherEventOfTheSameNumberIsSeen() {
        town.log.add(town.record("case-9", 1, "RequestSubmitted", "{\"service\":\"Bench\"}"));
        assertThat(found()).contains("I4");
    }

    @Test
    void aRecordThatIsCommittedAndNowhereIsSeen() {
        town.rowsOf(CENTER).remove("case-2");
        assertThat(found()).contains("I5", "I7");
        assertThat(Checker.checkCommitted(town.evidence()))
                .extracting(Violation::invariant)
                .contains("I12");
    }

    @Test
    void aRecordThatIsADeadLetterIsAccountedFor() {
        town.rowsOf(CENTER).put("case-2", new KeptRow(2, SoundTown.openRequestRow()));
        Recorded.Position origin = town.log.get(town.indexOf("case-2", 3)).position();
        town.letters.add(new DeadLetter("RequestRows", origin, "because"));
        assertThat(found()).containsExactly("I5");
    }

    @Test
    void aDeadLetterThatDoesNotSayWhereItComesFromIsSeen() {
        town.letters.add(new DeadLetter("RequestRows", null, "because"));
        town.letters.add(new DeadLetter("RequestRows", town.log.getFirst().position(), ""));
        assertThat(found()).containsExactly("I8", "I8");
    }

    @Test
    void whatWaitsAfterHealingIsSeen() {
        town.parked.add(new Parked("RequestRows", "case-1", 4));
        town.aggregates.put(new Place.Aggregate("case", "case-1"), new Kept(4, 1, new BsonDocument()));
        Objects.requireNonNull(town.committed.get(CENTER)).put(0, 5L);
        assertThat(found()).containsExactly("I10", "I10", "I10");
    }

    @Test
    void aReaderThatSawAKeyGoBackIsHeard() {
        town.sightings.add("request case-1 was at 3, then at 2");
        assertThat(found()).containsExactly("I11");
    }

    @Test
    void helpThatWasArrangedWithoutAMatchIsSeen() {
        town.happen("case-1", 4, "HelpArranged", "{\"organization\":\"o\"}");
        assertThat(found()).contains("I6");
    }

    private List<String> found() {
        return Checker.check(town.evidence()).stream().map(Violation::invariant).toList();
    }
}
