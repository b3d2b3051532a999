package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.FaultInjectingProxy;
import org.yiqiao.faults.cluster.FaultInjectingProxy.NetworkCondition;

/**
 * S7: the network to broker and store fails. It is slow, resets connections, blocks one or both directions,
 * or accepts connections without serving them.
 */
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
    public void inject(FaultContext context) {
        List<NetworkCondition> conditions = context.selectBySuiteSize(
                List.of(NetworkCondition.RESET, NetworkCondition.BLACK_HOLE),
                Arrays.stream(NetworkCondition.values())
                        .filter(condition -> condition != NetworkCondition.HEALTHY)
                        .toList());
        for (NetworkCondition condition : conditions) {
            for (FaultInjectingProxy proxy :
                    List.of(context.cluster().brokerNetwork(), context.cluster().storeNetwork())) {
                proxy.setCondition(condition);
                Await.sleep(context.selectBySuiteSize(Duration.ofMillis(1_500), Duration.ofSeconds(7)));
                proxy.setCondition(NetworkCondition.RESET);
                proxy.setCondition(NetworkCondition.HEALTHY);
                Await.sleep(Duration.ofSeconds(1));
                context.addRuns(1);
            }
        }
    }
}
