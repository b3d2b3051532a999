package org.yiqiao.standalone;

import java.util.concurrent.CountDownLatch;
import org.yiqiao.infra.process.ServingProcess;
import org.yiqiao.standalone.demo.DemoTokens;
import org.yiqiao.standalone.demo.DemoTown;

/** Everything in one JVM. */
public final class Standalone {

    private Standalone() {}

    public static void main(String[] args) throws InterruptedException {
        run(args, () -> {});
    }

    /** @param ready told once everything is */
    public static void run(String[] args, Runnable ready) throws InterruptedException {
        Console console = new Console();
        ServingProcess.endWithParentIfAsked();
        try {
            Settings settings = settings(args);
            Township township = Township.start(settings, args, console);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                console.say("Stopping…");
                township.close();
                console.say("Stopped; the data is in " + settings.dataDir());
                ended.countDown();
            }));
            if (settings.demo()) {
                loadDemo(settings, township, console);
            }
            console.table(township, settings.dataDir());
            ready.run();
            ended.await();
        } catch (CannotStart e) {
            console.complain(e);
            Runtime.getRuntime().halt(1);
        }
    }

    private static void loadDemo(Settings settings, Township township, Console console) throws InterruptedException {
        if (township.identity().isPresent() && township.demoAccounts().isPresent()) {
            DemoTokens tokens = new DemoTokens(
                    township.identity().get(), township.demoAccounts().get());
            DemoTown.load(settings.dataDir(), township.addresses(), tokens, console::say);
        } else {
            console.say("No demo: its accounts are not known to the issuer that you named.");
        }
    }

    /** Starts everything, without demo, and stops it again. */
    public static void startOnce(String[] args) {
        Township.start(settings(args), args, new Console()).close();
    }

    private static Settings settings(String[] args) {
        Settings settings = Settings.of(args);
        System.setProperty("yiqiao.log-dir", settings.dataDir().resolve("log").toString());
        return settings;
    }
}
