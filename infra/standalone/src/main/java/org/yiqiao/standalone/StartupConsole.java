package org.yiqiao.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.standalone.demo.DemoAccounts;

/** Prints the progress of the start, errors and the final summary for the user; log messages go to a file. */
@SuppressWarnings("SystemOut")
final class StartupConsole {

    private final PrintStream out = System.out;
    private final long started = System.nanoTime();

    void print(String message) {
        out.printf("%5.1f s  %s%n", (System.nanoTime() - started) / 1e9, message);
    }

    void printError(StartupException exception) {
        System.err.println("Yiqiao cannot start. " + exception.getMessage());
    }

    void printSummary(StandalonePlatform platform, Path dataDir) {
        print("Ready.");
        Map<PlatformService, URI> addresses = platform.addresses();
        out.printf(
                """

                  Yiqiao 义桥
                  ───────────────────────────────────────────────────────────
                  Governance center   %1$s/   ← start here
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
                platform.identityUri().map(URI::toString).orElse("external issuer"),
                accountSummary(platform, dataDir).indent(2).stripTrailing(),
                dataDir);
    }

    private static String accountSummary(StandalonePlatform platform, Path dataDir) {
        if (platform.identityUri().isEmpty()) {
            return "Accounts            those of the external issuer";
        }
        return platform.demoAccounts()
                .map(DemoAccounts::consoleTable)
                .orElseGet(() -> initialPassword(dataDir.resolve("identity").resolve("administrator-password.txt")));
    }

    /** Returns the line with the generated password, until the user deletes the file that contains it. */
    private static String initialPassword(Path file) {
        try {
            return ("Sign in as          administrator   password  %s%n"
                            + "                    (note the password, then delete %s)")
                    .formatted(Files.readString(file).strip(), file);
        } catch (IOException e) {
            return "Sign in as          one of the accounts in " + file.resolveSibling("accounts.yml");
        }
    }
}
