package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.ClusterProcess;

/**
 * S13: files of the store, then of the broker, cannot grow until space is free again. The store is then restarted if
 * the failed writes ended it. The broker is always restarted, because it stops using a folder after a failed write.
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
    public void inject(FaultContext context) {
        ClusterProcess store = context.cluster().store();
        fillAndFree(context, store);
        if (store.awaitExit(Duration.ofSeconds(1))) {
            store.start();
        }
        store.awaitReady();
        ClusterProcess broker = context.cluster().broker();
        fillAndFree(context, broker);
        broker.kill();
        broker.start();
        broker.awaitReady();
    }

    private static void fillAndFree(FaultContext context, ClusterProcess process) {
        process.fillDisk();
        Await.sleep(context.selectBySuiteSize(Duration.ofSeconds(2), Duration.ofSeconds(10)));
        process.freeDisk();
        context.addRuns(1);
    }
}
