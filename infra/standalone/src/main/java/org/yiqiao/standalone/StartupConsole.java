package org.yiqiao.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.standalone.demo.DemoAccounts;

/** What whoever starts the program reads; logs go to a file. */
@SuppressWarnings("SystemOut")
final class StartupConsole {

    private final PrintStream out = System.out;
    private final long started = System.nanoTime();

    void print(String what) {
        out.printf("%5.1f s  %s%n", (System.nanoTime() - started) / 1e9, what);
    }

    void printError(StartupException why) {
        System.err.println("Yiqiao cannot start. " + why.getMessage());
    }

    void printSummary(StandalonePlatform township, Path dataDir) {
        print("Ready.");
        Map<PlatformService, URI> addresses = township.addresses();
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
                addresses.get(PlatformService.GOVERNANCE_CENTER),
                addresses.get(PlatformService.GRID_MANAGEMENT),
                addresses.get(PlatformService.RESIDENT_REQUESTS),
                addresses.get(PlatformService.SOCIAL_ORGANIZATIONS),
                township.identityUri().map(URI::toString).orElse("by the issuer that you named"),
                accountSummary(township, dataDir).indent(2).stripTrailing(),
                dataDir);
    }

    private static String accountSummary(StandalonePlatform township, Path dataDir) {
        if (township.identityUri().isEmpty()) {
            return "Accounts            those of that issuer";
        }
        return township.demoAccounts()
                .map(DemoAccounts::consoleTable)
                .orElseGet(() -> initialPassword(dataDir.resolve("identity").resolve("administrator-password.txt")));
    }

    /** Who has noted it deletes the file, and reads it here no more. */
    private static String initialPassword(Path file) {
        try {
            return "Sign in as          administrator   password  %s%n                    (delete %s when you have noted it)"
                    .formatted(Files.readString(file).strip(), file);
        } catch (IOException e) {
            return "Sign in as          one of the accounts in " + file.resolveSibling("accounts.yml");
        }
    }
}
