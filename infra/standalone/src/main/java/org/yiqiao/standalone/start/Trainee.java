package org.yiqiao.standalone.start;

import java.util.Arrays;
import java.util.stream.Stream;
import org.yiqiao.contracts.Service;
import org.yiqiao.infra.process.ServingProcess;
import org.yiqiao.standalone.Standalone;

/** Starts everything once, on free ports, and ends. */
final class Trainee {

    private Trainee() {}

    /** @param args as the standalone's, with a data folder of its own */
    public static void main(String[] args) {
        ServingProcess.endWithParentIfAsked();
        Stream<String> ports = Stream.concat(
                        Arrays.stream(Service.values()).map(Service::id), Stream.of("identity", "kafka", "mongodb"))
                .map(port -> "--yiqiao.ports." + port + "=0");
        Standalone.startOnce(Stream.concat(Arrays.stream(args), ports).toArray(String[]::new));
        System.exit(0);
    }
}
