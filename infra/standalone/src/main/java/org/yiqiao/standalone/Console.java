package org.yiqiao.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yiqiao.contracts.Service;
import org.yiqiao.standalone.demo.DemoAccounts;

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

    void table(Township township, Path dataDir) {
        say("Ready.");
        Map<Service, URI> addresses = township.addresses();
        out.printf(
                """

                  Yiqiao 义桥
                  ───────────────────────────────────────────────────────────
                  Governance center   %1$s/   ← begin here
                  Grid management     %2$s/swagger-ui/index.html
                  Resident requests   %3$s/swagger-ui/index.html
                  Organizations       %4$s/swagger-ui/index.html
                  Sign-in, tokens     %5$s
                  ───────────────────────────────────────────────────────────
                %6$s
                  ───────────────────────────────────────────────────────────
                  Data                %7$s
                  Log                 %7$s/log/yiqiao.log
                  Stop with Ctrl-C.

                """,
                addresses.get(Service.GOVERNANCE_CENTER),
                addresses.get(Service.GRID_MANAGEMENT),
                addresses.get(Service.RESIDENT_REQUESTS),
                addresses.get(Service.SOCIAL_ORGANIZATIONS),
                township.identity().map(URI::toString).orElse("by the issuer that you named"),
                accounts(township, dataDir).indent(2).stripTrailing(),
                dataDir);
    }

    private static String accounts(Township township, Path dataDir) {
        if (township.identity().isEmpty()) {
            return "Accounts            those of that issuer";
        }
        return township.demoAccounts()
                .map(DemoAccounts::table)
                .orElseGet(() -> firstPassword(dataDir.resolve("identity").resolve("administrator-password.txt")));
    }

    /** Who has noted it deletes the file, and reads it here no more. */
    private static String firstPassword(Path file) {
        try {
            return "Sign in as          administrator   password  %s%n                    (delete %s when you have noted it)"
                    .formatted(Files.readString(file).strip(), file);
        } catch (IOException e) {
            return "Sign in as          one of the accounts in " + file.resolveSibling("accounts.yml");
        }
    }
}
