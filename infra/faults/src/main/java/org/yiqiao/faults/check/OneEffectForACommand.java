package org.yiqiao.faults.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yiqiao.faults.load.Command;

/** I6: a command has one effect if it was acknowledged, none if it was refused, one or none if nobody knows; never two. */
final class OneEffectForACommand implements Invariant {

    private record Effect(String aggregate, String event) {}

    @Override
    public Stream<Violation> check(Evidence evidence) {
        Map<Effect, Integer> least = new HashMap<>();
        Map<Effect, Integer> most = new HashMap<>();
        for (Command command : evidence.commands()) {
            if (command.aggregate() != null) {
                Effect effect = new Effect(command.aggregate(), command.event());
                boolean done = command.result() == Command.Result.ACKNOWLEDGED;
                least.merge(effect, done ? 1 : 0, Integer::sum);
                most.merge(effect, command.result() == Command.Result.REFUSED ? 0 : 1, Integer::sum);
            }
        }
        Map<Effect, Integer> effects = effects(evidence);
        Set<Effect> asked = new HashSet<>(most.keySet());
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

    private static Map<Effect, Integer> effects(Evidence evidence) {
        Map<Effect, Integer> effects = new HashMap<>();
        evidence.events()
                .forEach((aggregate, events) -> events.forEach(
                        event -> effects.merge(new Effect(aggregate.id(), event.name()), 1, Integer::sum)));
        return effects;
    }
}
