package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;

/**
 * S13: no file of the store, then of the broker, can grow any more; then there is room again. What ended meanwhile, because
 * it could not write, is started again then, and the broker in any case: it gives up a folder that it could not write to.
 */
final class FullDiskFault implements Fault {

    @Override
    public String id() {
        return "S13";
    }

    @Override
    public String title() {
        return "disk full under store and broker";
    }

    @Override
    public void inject(FaultContext scene) {
        ClusterProcess store = scene.cluster().store();
        fillAndFree(scene, store);
        if (store.awaitExit(Duration.ofSeconds(1))) {
            store.start();
        }
        store.awaitReady();
        ClusterProcess broker = scene.cluster().broker();
        fillAndFree(scene, broker);
        broker.kill();
        broker.start();
        broker.awaitReady();
    }

    private static void fillAndFree(FaultContext scene, ClusterProcess member) {
        member.fillDisk();
        Await.sleep(scene.selectBySuiteSize(Duration.ofSeconds(2), Duration.ofSeconds(10)));
        member.freeDisk();
        scene.addRuns(1);
    }
}
