package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The list of all faults. */
public final class FaultCatalog {

    private static final List<Fault> FAULTS = List.of(
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
     * Returns the faults with the given ids; without ids, all faults except the soak test.
     *
     * @param soak duration of the soak test, if it is selected
     */
    public static List<Fault> select(Collection<String> ids, Duration soak) {
        return ids.isEmpty()
                ? FAULTS
                : Stream.concat(FAULTS.stream(), Stream.of(new SoakFault(soak, FAULTS)))
                        .filter(fault -> ids.contains(fault.id()))
                        .toList();
    }
}
