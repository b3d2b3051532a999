package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.yiqiao.faults.load.ClientCommandOutcome;

/** I1: the events of every acknowledged command are in their topic. */
final class NoLostCommandInvariant implements Invariant {

    private record LoggedEvent(String id, String event) {}

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        Set<LoggedEvent> loggedEvents = new HashSet<>();
        Map<String, Long> lastSeqs = new HashMap<>();
        snapshot.eventsByAggregate()
                .forEach((aggregate, events) -> events.forEach(event -> {
                    loggedEvents.add(new LoggedEvent(aggregate.id(), event.eventName()));
                    lastSeqs.merge(
                            aggregate.id(),
                            Objects.requireNonNull(event.eventKey()).seq(),
                            Math::max);
                }));
        return snapshot.commands().stream()
                .filter(command -> command.status() == ClientCommandOutcome.Status.ACKNOWLEDGED)
                .filter(command -> {
                    String id = Objects.requireNonNull(command.aggregate());
                    return !loggedEvents.contains(new LoggedEvent(id, command.event()))
                            || lastSeqs.getOrDefault(id, 0L) < command.version();
                })
                .map(command -> new InvariantViolation("I1", "an acknowledged command is lost: " + command));
    }
}
