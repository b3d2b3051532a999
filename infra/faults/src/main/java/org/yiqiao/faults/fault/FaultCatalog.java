package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The list of faults. */
public final class FaultCatalog {

    private static final List<Fault> EACH = List.of(
            new ServiceKillFault(),
            new KillDuringRecoveryFault(),
            new GracefulShutdownFault(),
            new ProcessPauseFault(),
            new BrokerOutageFault(),
            new DocumentStoreOutageFault(),
            new NetworkFault(),
            new DuplicateAndReorderedEventsFault(),
            new PoisonRecordFault(),
            new DeadLetterTopicOutageFault(),
            new ConsumerRebalanceFault(),
            new NewerSchemaFault(),
            new FullDiskFault(),
            new ClockSkewFault(),
            new RebuildUnderLoadFault());

    private FaultCatalog() {}

    /**
     * Those with the given ids; without any, all but the soak.
     *
     * @param soak how long the soak lasts, if it is chosen
     */
    public static List<Fault> select(Collection<String> ids, Duration soak) {
        return ids.isEmpty()
                ? EACH
                : Stream.concat(EACH.stream(), Stream.of(new SoakFault(soak, EACH)))
                        .filter(fault -> ids.contains(fault.id()))
                        .toList();
    }
}
