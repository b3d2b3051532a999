package org.yiqiao.standalone;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.yiqiao.contracts.Service;

/** What whoever starts the program reads; logs go to a file. */
@SuppressWarnings("SystemOut")
final class Console {

    private final PrintStream out = System.out;
    private final long started = System.nanoTime();

    void say(String what) {
        out.printf("%5.1f s  %s%n", (System.nanoTime() - started) / 1e9, what);
    }

    void complain(CannotStart why) {
        System.err.println("Yiqiao cannot start. " + why.getMessage());
    }

    void table(Map<Service, URI> addresses, Path dataDir) {
        say("Ready.");
        out.printf(
                """

                  Yiqiao 义桥
                  ───────────────────────────────────────────────────────────
                  Governance center   %1$s/   ← begin here
                  Grid management     %2$s/swagger-ui/index.html
                  Resident requests   %3$s/swagger-ui/index.html
                  Organizations       %4$s/swagger-ui/index.html
                  ───────────────────────────────────────────────────────────
                  Data                %5$s
                  Log                 %5$s/log/yiqiao.log
                  Stop with Ctrl-C.

                """,
                addresses.get(Service.GOVERNANCE_CENTER),
                addresses.get(Service.GRID_MANAGEMENT),
                addresses.get(Service.RESIDENT_REQUESTS),
                addresses.get(Service.SOCIAL_ORGANIZATIONS),
                dataDir);
    }
}
