package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yiqiao.faults.load.CommandOutcome;

/** I6: a command has one effect if it was acknowledged, none if it was refused, one or none if nobody knows; never two. */
final class ExactlyOnceCommandInvariant implements Invariant {

    private record CommandEffect(String aggregate, String event) {}

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        Map<CommandEffect, Integer> least = new HashMap<>();
        Map<CommandEffect, Integer> most = new HashMap<>();
        for (CommandOutcome command : evidence.commands()) {
            if (command.aggregate() != null) {
                CommandEffect effect = new CommandEffect(command.aggregate(), command.event());
                boolean done = command.status() == CommandOutcome.Status.ACKNOWLEDGED;
                least.merge(effect, done ? 1 : 0, Integer::sum);
                most.merge(effect, command.status() == CommandOutcome.Status.REFUSED ? 0 : 1, Integer::sum);
            }
        }
        Map<CommandEffect, Integer> effects = countEffects(evidence);
        Set<CommandEffect> asked = new HashSet<>(most.keySet());
        return asked.stream()
                .filter(effect -> {
                    int had = effects.getOrDefault(effect, 0);
                    return had < least.getOrDefault(effect, 0) || had > most.getOrDefault(effect, 0);
                })
                .map(effect -> new Violation(
                        "I6",
                        "%s of %s happened %d times, commanded %d to %d times"
                                .formatted(
                                        effect.event(),
                                        effect.aggregate(),
                                        effects.getOrDefault(effect, 0),
                                        least.getOrDefault(effect, 0),
                                        most.getOrDefault(effect, 0))));
    }

    private static Map<CommandEffect, Integer> countEffects(SystemSnapshot evidence) {
        Map<CommandEffect, Integer> effects = new HashMap<>();
        evidence.eventsByAggregate()
                .forEach((aggregate, events) -> events.forEach(
                        event -> effects.merge(new CommandEffect(aggregate.id(), event.eventName()), 1, Integer::sum)));
        return effects;
    }
}
