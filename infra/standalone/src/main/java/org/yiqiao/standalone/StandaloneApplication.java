package org.yiqiao.standalone;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.yiqiao.infra.process.CurrentServerProcess;
import org.yiqiao.standalone.demo.DemoTokenProvider;
import org.yiqiao.standalone.demo.DemoTownLoader;

/** Runs the whole platform in one JVM. */
public final class StandaloneApplication {

    private StandaloneApplication() {}

    public static void main(String[] args) throws InterruptedException {
        run(args, () -> {});
    }

    /**
     * Runs the platform until the process is stopped. Exits with status 1 if the platform cannot start.
     *
     * @param ready called once the platform is ready
     */
    public static void run(String[] args, Runnable ready) throws InterruptedException {
        StartupConsole console = new StartupConsole();
        CurrentServerProcess.exitWithParentIfConfigured();
        try {
            StandaloneSettings settings = parseSettings(args);
            StandalonePlatform platform = StandalonePlatform.start(settings, args, console);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                console.print("Stopping…");
                platform.close();
                console.print("Stopped; the data is in " + settings.dataDir());
                ended.countDown();
            }));
            if (settings.demo()) {
                loadDemo(settings, platform, console);
            }
            console.printSummary(platform, settings.dataDir());
            ready.run();
            ended.await();
        } catch (StartupException e) {
            console.printError(e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void loadDemo(StandaloneSettings settings, StandalonePlatform platform, StartupConsole console)
            throws InterruptedException {
        if (platform.identityUri().isPresent() && platform.demoAccounts().isPresent()) {
            DemoTokenProvider tokens = new DemoTokenProvider(
                    platform.identityUri().get(), platform.demoAccounts().get());
            DemoTownLoader.load(settings.dataDir(), platform.addresses(), tokens, console::print);
        } else {
            console.print("The demo town is not loaded: the external issuer does not know its accounts.");
        }
    }

    /** Starts the platform without loading the demo town, and stops it again. */
    public static void startAndStop(String[] args) {
        StandalonePlatform.start(parseSettings(args), args, new StartupConsole())
                .close();
    }

    private static StandaloneSettings parseSettings(String[] args) {
        Path dataDir = StandaloneSettings.dataDir(args);
        LockedDataDirectory.requireWritable(dataDir);
        // The first logger opens the log file, and parsing the other settings creates loggers.
        System.setProperty("yiqiao.log-dir", dataDir.resolve("log").toString());
        return StandaloneSettings.of(args);
    }
}
