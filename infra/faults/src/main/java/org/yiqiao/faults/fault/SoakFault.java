package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import org.yiqiao.faults.cluster.Await;

/** S16: injects random faults for a given time; the seed determines their order. */
final class SoakFault implements Fault {

    private final Duration duration;
    private final List<Fault> faults;

    SoakFault(Duration duration, List<Fault> faults) {
        this.duration = duration;
        this.faults = List.copyOf(faults);
    }

    @Override
    public String id() {
        return "S16";
    }

    @Override
    public String title() {
        return "soak with random faults, " + duration;
    }

    @Override
    public void inject(FaultContext context) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            faults.get(context.random().nextInt(faults.size())).inject(context);
            Await.sleep(Duration.ofSeconds(2));
        }
    }
}
