package org.yiqiao.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yiqiao.faults.load.Command;

/**
 * All that the checker knows: what callers were told, what the store keeps and what the topics hold, taken when nothing
 * was under way.
 *
 * @param log every record of the four topics, in the order of each partition
 * @param planted subjects that a fault wrote into the topics by itself, which no aggregate stands behind
 * @param rows by consumer group and id
 * @param committed by consumer group, topic and partition: the offset of the next record to take
 */
public record Evidence(
        List<Command> commands,
        List<String> sightings,
        List<Recorded> log,
        List<DeadLetter> letters,
        Set<String> planted,
        Map<Place.Aggregate, Kept> aggregates,
        List<Subscription> subscriptions,
        Map<String, Map<String, KeptRow>> rows,
        List<Parked> parked,
        Map<String, Map<Integer, Long>> committed) {

    /** The first occurrence of every event of the aggregates that are really there, in the order of the log. */
    Map<Place.Aggregate, List<Recorded>> events() {
        Map<Place.Aggregate, List<Recorded>> events = new HashMap<>();
        Set<Place> seen = new HashSet<>();
        for (Recorded recorded : log) {
            Place place = recorded.place();
            if (place != null && !planted.contains(place.subject()) && seen.add(place)) {
                events.computeIfAbsent(place.aggregate(), any -> new ArrayList<>())
                        .add(recorded);
            }
        }
        return events;
    }

    Map<String, KeptRow> rowsOf(Subscription subscription) {
        return rows.getOrDefault(subscription.group(), Map.of());
    }
}
