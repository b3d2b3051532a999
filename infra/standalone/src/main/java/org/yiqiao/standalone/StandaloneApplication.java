package org.yiqiao.standalone;

import java.util.concurrent.CountDownLatch;
import org.yiqiao.infra.process.ServerProcess;
import org.yiqiao.standalone.demo.DemoTokenProvider;
import org.yiqiao.standalone.demo.DemoTownLoader;

/** Everything in one JVM. */
public final class StandaloneApplication {

    private StandaloneApplication() {}

    public static void main(String[] args) throws InterruptedException {
        run(args, () -> {});
    }

    /** @param ready told once everything is */
    public static void run(String[] args, Runnable ready) throws InterruptedException {
        StartupConsole console = new StartupConsole();
        ServerProcess.exitWithParentIfConfigured();
        try {
            StandaloneSettings settings = parseSettings(args);
            StandalonePlatform township = StandalonePlatform.start(settings, args, console);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                console.print("Stopping…");
                township.close();
                console.print("Stopped; the data is in " + settings.dataDir());
                ended.countDown();
            }));
            if (settings.demo()) {
                loadDemo(settings, township, console);
            }
            console.printSummary(township, settings.dataDir());
            ready.run();
            ended.await();
        } catch (StartupException e) {
            console.printError(e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void loadDemo(StandaloneSettings settings, StandalonePlatform township, StartupConsole console)
            throws InterruptedException {
        if (township.identityUri().isPresent() && township.demoAccounts().isPresent()) {
            DemoTokenProvider tokens = new DemoTokenProvider(
                    township.identityUri().get(), township.demoAccounts().get());
            DemoTownLoader.load(settings.dataDir(), township.addresses(), tokens, console::print);
        } else {
            console.print("No demo: its accounts are not known to the issuer that you named.");
        }
    }

    /** Starts everything, without demo, and stops it again. */
    public static void startAndStop(String[] args) {
        StandalonePlatform.start(parseSettings(args), args, new StartupConsole())
                .close();
    }

    private static StandaloneSettings parseSettings(String[] args) {
        StandaloneSettings settings = StandaloneSettings.of(args);
        System.setProperty("yiqiao.log-dir", settings.dataDir().resolve("log").toString());
        return settings;
    }
}
