package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yiqiao.faults.load.ClientCommandOutcome;

/** I6: an acknowledged command has one effect, a refused command none, and one with an unknown outcome at most one. */
final class ExactlyOnceCommandInvariant implements Invariant {

    private record CommandEffect(String aggregate, String event) {}

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        Map<CommandEffect, Integer> minimum = new HashMap<>();
        Map<CommandEffect, Integer> maximum = new HashMap<>();
        for (ClientCommandOutcome command : snapshot.commands()) {
            if (command.aggregate() != null) {
                CommandEffect effect = new CommandEffect(command.aggregate(), command.event());
                boolean acknowledged = command.status() == ClientCommandOutcome.Status.ACKNOWLEDGED;
                minimum.merge(effect, acknowledged ? 1 : 0, Integer::sum);
                maximum.merge(effect, command.status() == ClientCommandOutcome.Status.REFUSED ? 0 : 1, Integer::sum);
            }
        }
        Map<CommandEffect, Integer> effects = countEffects(snapshot);
        Set<CommandEffect> commanded = new HashSet<>(maximum.keySet());
        return commanded.stream()
                .filter(effect -> {
                    int actual = effects.getOrDefault(effect, 0);
                    return actual < minimum.getOrDefault(effect, 0) || actual > maximum.getOrDefault(effect, 0);
                })
                .map(effect -> new InvariantViolation(
                        "I6",
                        "%s of %s occurred %d times, expected %d to %d times"
                                .formatted(
                                        effect.event(),
                                        effect.aggregate(),
                                        effects.getOrDefault(effect, 0),
                                        minimum.getOrDefault(effect, 0),
                                        maximum.getOrDefault(effect, 0))));
    }

    private static Map<CommandEffect, Integer> countEffects(SystemSnapshot snapshot) {
        Map<CommandEffect, Integer> effects = new HashMap<>();
        snapshot.eventsByAggregate()
                .forEach((aggregate, events) -> events.forEach(
                        event -> effects.merge(new CommandEffect(aggregate.id(), event.eventName()), 1, Integer::sum)));
        return effects;
    }
}
