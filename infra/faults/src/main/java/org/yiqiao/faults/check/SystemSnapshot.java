package org.yiqiao.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiqiao.faults.load.ClientCommandOutcome;

/**
 * The input of the checks: the outcomes of all commands, the contents of the store and of the topics. Most checks
 * require a snapshot of an idle system.
 *
 * @param log every record of the four topics, in the order of each partition
 * @param injectedSubjects subjects of records that a fault wrote to the topics; no aggregates exist for them
 * @param rows rows by consumer group and id
 * @param committedOffsets offset of the next record to process, by consumer group and partition
 */
public record SystemSnapshot(
        List<ClientCommandOutcome> commands,
        List<String> staleReads,
        List<TopicRecord> log,
        List<DeadLetter> deadLetters,
        Set<String> injectedSubjects,
        Map<EventIdentity.AggregateKey, PersistedAggregate> aggregates,
        List<TopicSubscription> subscriptions,
        Map<String, Map<String, PersistedRow>> rows,
        List<OutOfOrderEvent> parkedEvents,
        Map<String, Map<Integer, Long>> committedOffsets) {

    /** Returns the first occurrence of every event that is not injected, by aggregate, in topic order. */
    Map<EventIdentity.AggregateKey, List<TopicRecord>> eventsByAggregate() {
        Map<EventIdentity.AggregateKey, List<TopicRecord>> events = new HashMap<>();
        Set<EventIdentity> seen = new HashSet<>();
        for (TopicRecord record : log) {
            EventIdentity key = record.eventKey();
            if (key != null && !injectedSubjects.contains(key.aggregateId()) && seen.add(key)) {
                events.computeIfAbsent(key.aggregate(), any -> new ArrayList<>())
                        .add(record);
            }
        }
        return events;
    }

    Map<String, PersistedRow> rowsOf(TopicSubscription subscription) {
        return rows.getOrDefault(subscription.group(), Map.of());
    }
}
