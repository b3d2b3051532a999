package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.NetworkProxy;
import org.yiqiao.faults.cluster.NetworkProxy.NetworkCondition;

/** S7: the network to broker and store is slow, resets, swallows one direction or both, or accepts and does not serve. */
final class NetworkFault implements Fault {

    @Override
    public String id() {
        return "S7";
    }

    @Override
    public String title() {
        return "slow, cut and swallowing network";
    }

    @Override
    public void inject(FaultContext scene) {
        List<NetworkCondition> bad = scene.selectBySuiteSize(
                List.of(NetworkCondition.RESET, NetworkCondition.BLACK_HOLE),
                Arrays.stream(NetworkCondition.values())
                        .filter(weather -> weather != NetworkCondition.HEALTHY)
                        .toList());
        for (NetworkCondition weather : bad) {
            for (NetworkProxy network :
                    List.of(scene.cluster().brokerNetwork(), scene.cluster().storeNetwork())) {
                network.setCondition(weather);
                Await.sleep(scene.selectBySuiteSize(Duration.ofMillis(1_500), Duration.ofSeconds(7)));
                network.setCondition(NetworkCondition.RESET);
                network.setCondition(NetworkCondition.HEALTHY);
                Await.sleep(Duration.ofSeconds(1));
                scene.addRuns(1);
            }
        }
    }
}
