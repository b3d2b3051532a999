package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.yiqiao.faults.load.Command;

/** I1: the events of every command that was answered with success are in their topic. */
final class AcknowledgedCommandsAreInTheLog implements Invariant {

    private record Told(String id, String event) {}

    @Override
    public Stream<Violation> check(Evidence evidence) {
        Set<Told> there = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        evidence.events()
                .forEach((aggregate, events) -> events.forEach(event -> {
                    there.add(new Told(aggregate.id(), event.name()));
                    last.merge(
                            aggregate.id(),
                            Objects.requireNonNull(event.place()).seq(),
                            Math::max);
                }));
        return evidence.commands().stream()
                .filter(command -> command.result() == Command.Result.ACKNOWLEDGED)
                .filter(command -> {
                    String id = Objects.requireNonNull(command.aggregate());
                    return !there.contains(new Told(id, command.event()))
                            || last.getOrDefault(id, 0L) < command.version();
                })
                .map(command -> new Violation("I1", "lost, though acknowledged: " + command));
    }
}
