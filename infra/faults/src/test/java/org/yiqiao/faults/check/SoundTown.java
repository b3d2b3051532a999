package org.yiqiao.faults.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.load.Command;

/** Evidence of a town in which all is well: some cases, each submitted, classified and closed. Tests spoil it. */
final class SoundTown {

    static final String TOPIC = Service.RESIDENT_REQUESTS.topic();

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int CASES = 20;
    private static final String SUBMITTED = """
            {"service":"Lamp","kind":"REPORT","channel":"WEB","path":["t","c"]}""";

    final List<Command> commands = new ArrayList<>();
    final List<String> sightings = new ArrayList<>();
    final List<Recorded> log = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();
    final Map<Place.Aggregate, Kept> aggregates = new HashMap<>();
    final Map<String, Map<String, KeptRow>> rows = new HashMap<>();
    final List<Parked> parked = new ArrayList<>();
    final Map<String, Map<Integer, Long>> committed = new HashMap<>();

    SoundTown() {
        for (int i = 0; i < CASES; i++) {
            String id = "case-" + i;
            happen(id, 1, "RequestSubmitted", SUBMITTED);
            happen(id, 2, "RequestClassified", "{\"kind\":\"REPORT\",\"caseKind\":\"IMMEDIATE\"}");
            happen(id, 3, "RequestClosed", "{\"basis\":\"VERIFIED\"}");
            aggregates.put(new Place.Aggregate("case", id), new Kept(3, 0, new BsonDocument()));
            row(
                    "governance-center.RequestRows",
                    id,
                    requestRow(new BsonDateTime(NOON.plusSeconds(3).toEpochMilli())));
            row(
                    "social-organizations.KnownRequests",
                    id,
                    new BsonDocument("open", BsonBoolean.FALSE)
                            .append("kind", new BsonString("REPORT"))
                            .append("path", path()));
        }
    }

    Evidence evidence() {
        return new Evidence(
                List.copyOf(commands),
                List.copyOf(sightings),
                List.copyOf(log),
                List.copyOf(letters),
                Set.of(),
                Map.copyOf(aggregates),
                Subscription.all(),
                rows,
                List.copyOf(parked),
                committed);
    }

    /** A command that was acknowledged, and its event in the log. */
    void happen(String id, long seq, String event, String json) {
        commands.add(new Command(id + "." + event + seq, id, event, Command.Result.ACKNOWLEDGED, seq, 1));
        log.add(record(id, seq, event, json));
        Subscription.all().stream()
                .filter(subscription -> subscription.topic().equals(TOPIC))
                .forEach(subscription -> committed
                        .computeIfAbsent(subscription.group(), any -> new HashMap<>())
                        .put(0, (long) log.size()));
    }

    Recorded record(String id, long seq, String event, String json) {
        return new Recorded(
                TOPIC,
                0,
                log.size(),
                new Place("case", id, seq),
                "org.yiqiao.request." + event + ".v1",
                NOON.plusSeconds(seq),
                json,
                json);
    }

    /** Where an event stands in the log. */
    int indexOf(String id, long seq) {
        for (int i = 0; i < log.size(); i++) {
            Place place = Objects.requireNonNull(log.get(i).place());
            if (place.subject().equals(id) && place.seq() == seq) {
                return i;
            }
        }
        throw new AssertionError(id + " has no event " + seq);
    }

    /** What the center's row of a case says: closed at this time, or open still. */
    static BsonDocument requestRow(BsonValue closedAt) {
        return new BsonDocument("service", new BsonString("Lamp"))
                .append("path", path())
                .append("requestedAt", new BsonDateTime(NOON.plusSeconds(1).toEpochMilli()))
                .append("closedAt", closedAt);
    }

    static BsonDocument openRequestRow() {
        return requestRow(BsonNull.VALUE);
    }

    Map<String, KeptRow> rowsOf(String group) {
        return Objects.requireNonNull(rows.get(group));
    }

    private void row(String group, String id, BsonDocument content) {
        rows.computeIfAbsent(group, any -> new HashMap<>()).put(id, new KeptRow(3, content));
    }

    private static BsonArray path() {
        return new BsonArray(List.of(new BsonString("t"), new BsonString("c")));
    }
}
