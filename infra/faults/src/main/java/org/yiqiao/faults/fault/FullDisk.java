package org.yiqiao.faults.fault;

import java.time.Duration;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Member;

/**
 * S13: no file of the store, then of the broker, can grow any more; then there is room again. What ended meanwhile, because
 * it could not write, is started again then, and the broker in any case: it gives up a folder that it could not write to.
 */
final class FullDisk implements Fault {

    @Override
    public String id() {
        return "S13";
    }

    @Override
    public String title() {
        return "disk full under store and broker";
    }

    @Override
    public void strike(Scene scene) {
        Member store = scene.town().store();
        fillAndFree(scene, store);
        if (store.awaitEnd(Duration.ofSeconds(1))) {
            store.start();
        }
        store.awaitServing();
        Member broker = scene.town().broker();
        fillAndFree(scene, broker);
        broker.kill();
        broker.start();
        broker.awaitServing();
    }

    private static void fillAndFree(Scene scene, Member member) {
        member.fillDisk();
        Await.pass(scene.either(Duration.ofSeconds(2), Duration.ofSeconds(10)));
        member.freeDisk();
        scene.struck(1);
    }
}
