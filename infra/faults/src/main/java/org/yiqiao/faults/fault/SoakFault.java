package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.List;
import org.yiqiao.faults.cluster.Await;

/** S16: for a given time, faults in the order that the seed gives. */
final class SoakFault implements Fault {

    private final Duration length;
    private final List<Fault> faults;

    SoakFault(Duration length, List<Fault> faults) {
        this.length = length;
        this.faults = List.copyOf(faults);
    }

    @Override
    public String id() {
        return "S16";
    }

    @Override
    public String title() {
        return "soak with random faults, " + length;
    }

    @Override
    public void inject(FaultContext scene) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            faults.get(scene.random().nextInt(faults.size())).inject(scene);
            Await.sleep(Duration.ofSeconds(2));
        }
    }
}
