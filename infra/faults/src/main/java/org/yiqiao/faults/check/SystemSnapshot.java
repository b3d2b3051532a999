package org.yiqiao.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiqiao.faults.load.CommandOutcome;

/**
 * All that the checker knows: what callers were told, what the store keeps and what the topics hold, taken when nothing
 * was under way.
 *
 * @param log every record of the four topics, in the order of each partition
 * @param injectedSubjects subjects that a fault wrote into the topics by itself, which no aggregate stands behind
 * @param rows by consumer group and id
 * @param committedOffsets by consumer group, topic and partition: the offset of the next record to take
 */
public record SystemSnapshot(
        List<CommandOutcome> commands,
        List<String> staleReads,
        List<TopicRecord> log,
        List<DeadLetter> deadLetters,
        Set<String> injectedSubjects,
        Map<EventKey.AggregateKey, PersistedAggregate> aggregates,
        List<Subscription> subscriptions,
        Map<String, Map<String, PersistedRow>> rows,
        List<ParkedEvent> parkedEvents,
        Map<String, Map<Integer, Long>> committedOffsets) {

    /** The first occurrence of every event of the aggregates that are really there, in the order of the log. */
    Map<EventKey.AggregateKey, List<TopicRecord>> eventsByAggregate() {
        Map<EventKey.AggregateKey, List<TopicRecord>> events = new HashMap<>();
        Set<EventKey> seen = new HashSet<>();
        for (TopicRecord recorded : log) {
            EventKey place = recorded.eventKey();
            if (place != null && !injectedSubjects.contains(place.aggregateId()) && seen.add(place)) {
                events.computeIfAbsent(place.aggregate(), any -> new ArrayList<>())
                        .add(recorded);
            }
        }
        return events;
    }

    Map<String, PersistedRow> rowsOf(Subscription subscription) {
        return rows.getOrDefault(subscription.group(), Map.of());
    }
}
