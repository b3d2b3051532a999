package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The list of faults. */
public final class Faults {

    private static final List<Fault> EACH = List.of(
            new KilledServices(),
            new KilledWhileRecovering(),
            new Terminated(),
            new Paused(),
            new BrokerAway(),
            new StoreAway(),
            new BrokenNetwork(),
            new RepeatedAndShuffled(),
            new PoisonedEvents(),
            new DeadLettersAway(),
            new ComingAndGoing(),
            new NewerProducer(),
            new FullDisk(),
            new WrongClocks(),
            new RebuiltUnderTraffic());

    private Faults() {}

    /**
     * Those with the given ids; without any, all but the soak.
     *
     * @param soak how long the soak lasts, if it is chosen
     */
    public static List<Fault> chosen(Collection<String> ids, Duration soak) {
        return ids.isEmpty()
                ? EACH
                : Stream.concat(EACH.stream(), Stream.of(new Soak(soak, EACH)))
                        .filter(fault -> ids.contains(fault.id()))
                        .toList();
    }
}
