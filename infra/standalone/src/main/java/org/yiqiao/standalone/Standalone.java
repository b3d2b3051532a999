package org.yiqiao.standalone;

import java.util.concurrent.CountDownLatch;
import org.yiqiao.standalone.demo.DemoTown;

/** Starts everything in one JVM: {@code ./mvnw spring-boot:run}. */
public final class Standalone {

    private Standalone() {}

    public static void main(String[] args) throws InterruptedException {
        Console console = new Console();
        try {
            Settings settings = Settings.of(args);
            System.setProperty(
                    "yiqiao.log-dir", settings.dataDir().resolve("log").toString());
            Township township = Township.start(settings, args, console);
            CountDownLatch ended = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                console.say("Stopping…");
                township.close();
                console.say("Stopped; the data is in " + settings.dataDir());
                ended.countDown();
            }));
            if (settings.demo()) {
                DemoTown.load(settings.dataDir(), township.addresses(), console::say);
            }
            console.table(township.addresses(), settings.dataDir());
            ended.await();
        } catch (CannotStart e) {
            console.complain(e);
            Runtime.getRuntime().halt(1);
        }
    }
}
