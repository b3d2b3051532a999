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
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.load.ClientCommandOutcome;

/**
 * Builds a snapshot without violations: every case is submitted, classified and closed. Tests then plant violations.
 */
final class ConsistentSnapshotBuilder {

    static final String TOPIC = PlatformService.RESIDENT_REQUESTS.topic();

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final int CASES = 20;
    private static final String SUBMITTED = """
            {"service":"Lamp","kind":"REPORT","channel":"WEB","path":["t","c"]}""";

    final List<ClientCommandOutcome> commands = new ArrayList<>();
    final List<String> staleReads = new ArrayList<>();
    final List<TopicRecord> log = new ArrayList<>();
    final List<DeadLetter> deadLetters = new ArrayList<>();
    final Map<EventIdentity.AggregateKey, PersistedAggregate> aggregates = new HashMap<>();
    final Map<String, Map<String, PersistedRow>> rows = new HashMap<>();
    final List<OutOfOrderEvent> parkedEvents = new ArrayList<>();
    final Map<String, Map<Integer, Long>> committedOffsets = new HashMap<>();

    ConsistentSnapshotBuilder() {
        for (int i = 0; i < CASES; i++) {
            String id = "case-" + i;
            addEvent(id, 1, "RequestSubmitted", SUBMITTED);
            addEvent(id, 2, "RequestClassified", "{\"kind\":\"REPORT\",\"caseKind\":\"IMMEDIATE\"}");
            addEvent(id, 3, "RequestClosed", "{\"basis\":\"VERIFIED\"}");
            aggregates.put(
                    new EventIdentity.AggregateKey("case", id), new PersistedAggregate(3, 0, new BsonDocument()));
            addRow(
                    "governance-center.RequestRows",
                    id,
                    requestRow(new BsonDateTime(NOON.plusSeconds(3).toEpochMilli())));
            addRow(
                    "social-organizations.KnownRequests",
                    id,
                    new BsonDocument("open", BsonBoolean.FALSE)
                            .append("kind", new BsonString("REPORT"))
                            .append("path", path()));
        }
    }

    SystemSnapshot build() {
        return new SystemSnapshot(
                List.copyOf(commands),
                List.copyOf(staleReads),
                List.copyOf(log),
                List.copyOf(deadLetters),
                Set.of(),
                Map.copyOf(aggregates),
                TopicSubscription.all(),
                rows,
                List.copyOf(parkedEvents),
                committedOffsets);
    }

    /** Adds an acknowledged command and its event. */
    void addEvent(String id, long seq, String event, String json) {
        commands.add(new ClientCommandOutcome(
                id + "." + event + seq, id, event, ClientCommandOutcome.Status.ACKNOWLEDGED, seq, 1));
        log.add(record(id, seq, event, json));
        TopicSubscription.all().stream()
                .filter(subscription -> subscription.topic().equals(TOPIC))
                .forEach(subscription -> committedOffsets
                        .computeIfAbsent(subscription.group(), any -> new HashMap<>())
                        .put(0, (long) log.size()));
    }

    TopicRecord record(String id, long seq, String event, String json) {
        return new TopicRecord(
                TOPIC,
                0,
                log.size(),
                new EventIdentity("case", id, seq),
                "org.yiqiao.request." + event + ".v1",
                NOON.plusSeconds(seq),
                json,
                json);
    }

    /** Returns the index of an event in {@link #log}. */
    int indexOf(String id, long seq) {
        for (int i = 0; i < log.size(); i++) {
            EventIdentity key = Objects.requireNonNull(log.get(i).eventKey());
            if (key.aggregateId().equals(id) && key.seq() == seq) {
                return i;
            }
        }
        throw new AssertionError(id + " has no event " + seq);
    }

    /** Returns the governance center's row of a case. For an open case, {@code closedAt} is a BSON null. */
    static BsonDocument requestRow(BsonValue closedAt) {
        return new BsonDocument("service", new BsonString("Lamp"))
                .append("path", path())
                .append("requestedAt", new BsonDateTime(NOON.plusSeconds(1).toEpochMilli()))
                .append("closedAt", closedAt);
    }

    static BsonDocument openRequestRow() {
        return requestRow(BsonNull.VALUE);
    }

    Map<String, PersistedRow> rowsOf(String group) {
        return Objects.requireNonNull(rows.get(group));
    }

    private void addRow(String group, String id, BsonDocument content) {
        rows.computeIfAbsent(group, any -> new HashMap<>()).put(id, new PersistedRow(3, content));
    }

    private static BsonArray path() {
        return new BsonArray(List.of(new BsonString("t"), new BsonString("c")));
    }
}
