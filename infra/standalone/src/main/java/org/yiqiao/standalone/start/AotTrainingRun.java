package org.yiqiao.standalone.start;

import java.util.Arrays;
import java.util.stream.Stream;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.infra.process.CurrentServerProcess;
import org.yiqiao.standalone.StandaloneApplication;

/** Starts the whole platform once, on free ports, then stops it and exits. */
final class AotTrainingRun {

    private AotTrainingRun() {}

    /** @param args arguments of the standalone, with a separate data folder */
    public static void main(String[] args) {
        CurrentServerProcess.exitWithParentIfConfigured();
        Stream<String> ports = Stream.concat(
                        Arrays.stream(PlatformService.values()).map(PlatformService::id),
                        Stream.of("identity", "kafka", "mongodb"))
                .map(port -> "--yiqiao.ports." + port + "=0");
        StandaloneApplication.startAndStop(
                Stream.concat(Arrays.stream(args), ports).toArray(String[]::new));
        System.exit(0);
    }
}
