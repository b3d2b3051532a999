package org.yiqiao.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yiqiao.faults.fault.Fault;
import org.yiqiao.faults.fault.FaultCatalog;
import org.yiqiao.faults.fault.FaultSuiteSize;
import org.yiqiao.faults.report.FaultReport;
import org.yiqiao.faults.report.FaultResult;

/**
 * Injects every fault into a running platform: once each in a normal build, and with {@code -Pfaults} as often as the
 * list of faults says. The properties {@code faults.only}, {@code faults.seed} and {@code faults.soak} select the
 * faults, the seed and the length of the soak test.
 */
@SuppressWarnings("SystemOut")
class FaultSuiteTest {

    private static final Path DIRECTORY = Path.of(System.getProperty("faults.directory", "target"));
    private static final FaultSuiteSize SUITE_SIZE =
            FaultSuiteSize.valueOf(System.getProperty("faults.scope", "short").toUpperCase(Locale.ROOT));
    private static final long SEED =
            property("faults.seed").isEmpty() ? System.currentTimeMillis() : Long.parseLong(property("faults.seed"));

    private static final FaultReport REPORT = new FaultReport(DIRECTORY.resolve("faults.json"));
    private static FaultSuite suite;

    @BeforeAll
    static void startSuite() throws IOException {
        System.out.println("Running the fault suite with -Dfaults.seed=" + SEED);
        Path folder = DIRECTORY.resolve("town-" + SEED);
        Files.createDirectories(folder);
        suite = new FaultSuite(folder, SUITE_SIZE, SEED);
    }

    @AfterAll
    static void closeSuite() {
        suite.close();
        System.out.println(REPORT.table());
    }

    @TestFactory
    Stream<DynamicTest> invariantsHoldAfterFault() {
        return selectedFaults().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.id() + " " + fault.title(), () -> {
                    long start = System.nanoTime();
                    FaultResult result = suite.run(fault);
                    REPORT.add(result);
                    System.out.println(result + " after " + (System.nanoTime() - start) / 1_000_000_000 + " s");
                    assertThat(result.violations()).isEmpty();
                }));
    }

    private static List<Fault> selectedFaults() {
        List<String> only = Arrays.stream(property("faults.only").split(","))
                .filter(id -> !id.isBlank())
                .toList();
        return FaultCatalog.select(only, Duration.parse(System.getProperty("faults.soak", "PT10M")));
    }

    private static String property(String property) {
        return System.getProperty(property, "").strip();
    }
}
