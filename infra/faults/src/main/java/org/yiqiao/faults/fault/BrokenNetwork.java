package org.yiqiao.faults.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Proxy;
import org.yiqiao.faults.town.Proxy.Weather;

/** S7: the network to broker and store is slow, resets, swallows one direction or both, or accepts and does not serve. */
final class BrokenNetwork implements Fault {

    @Override
    public String id() {
        return "S7";
    }

    @Override
    public String title() {
        return "slow, cut and swallowing network";
    }

    @Override
    public void strike(Scene scene) {
        List<Weather> bad = scene.either(
                List.of(Weather.RESET, Weather.BLACK_HOLE),
                Arrays.stream(Weather.values())
                        .filter(weather -> weather != Weather.FAIR)
                        .toList());
        for (Weather weather : bad) {
            for (Proxy network :
                    List.of(scene.town().brokerNetwork(), scene.town().storeNetwork())) {
                network.turn(weather);
                Await.pass(scene.either(Duration.ofMillis(1_500), Duration.ofSeconds(7)));
                network.turn(Weather.RESET);
                network.turn(Weather.FAIR);
                Await.pass(Duration.ofSeconds(1));
                scene.struck(1);
            }
        }
    }
}
