package org.yiqiao.standalone.start;

import java.util.Arrays;
import java.util.stream.Stream;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.infra.process.ServerProcess;
import org.yiqiao.standalone.StandaloneApplication;

/** Starts everything once, on free ports, and ends. */
final class AotTrainingRun {

    private AotTrainingRun() {}

    /** @param args as the standalone's, with a data folder of its own */
    public static void main(String[] args) {
        ServerProcess.exitWithParentIfConfigured();
        Stream<String> ports = Stream.concat(
                        Arrays.stream(PlatformService.values()).map(PlatformService::id),
                        Stream.of("identity", "kafka", "mongodb"))
                .map(port -> "--yiqiao.ports." + port + "=0");
        StandaloneApplication.startAndStop(
                Stream.concat(Arrays.stream(args), ports).toArray(String[]::new));
        System.exit(0);
    }
}
