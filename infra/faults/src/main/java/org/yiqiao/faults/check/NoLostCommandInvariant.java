package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.yiqiao.faults.load.CommandOutcome;

/** I1: the events of every command that was answered with success are in their topic. */
final class NoLostCommandInvariant implements Invariant {

    private record LoggedEvent(String id, String event) {}

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        Set<LoggedEvent> there = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        evidence.eventsByAggregate()
                .forEach((aggregate, events) -> events.forEach(event -> {
                    there.add(new LoggedEvent(aggregate.id(), event.eventName()));
                    last.merge(
                            aggregate.id(),
                            Objects.requireNonNull(event.eventKey()).seq(),
                            Math::max);
                }));
        return evidence.commands().stream()
                .filter(command -> command.status() == CommandOutcome.Status.ACKNOWLEDGED)
                .filter(command -> {
                    String id = Objects.requireNonNull(command.aggregate());
                    return !there.contains(new LoggedEvent(id, command.event()))
                            || last.getOrDefault(id, 0L) < command.version();
                })
                .map(command -> new Violation("I1", "lost, though acknowledged: " + command));
    }
}
