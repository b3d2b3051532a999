package org.yiqiao.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowestTestClassesTest {

    private static final Instant BUILD = Instant.parse("2026-11-30T08:00:00Z");

    @TempDir
    private Path root;

    @Test
    void slowestClassComesFirst() throws IOException {
        report("infra/faults", "org.example.QuickTest", "0.5");
        report("services/grid", "org.example.SlowTest", "1,200.25");

        assertThat(SlowestTestClasses.table(root, BUILD).lines())
                .containsExactly(
                        "The slowest of 2 test classes:",
                        "  1200.3 s  org.example.SlowTest",
                        "     0.5 s  org.example.QuickTest",
                        "  1200.8 s  all of them together");
    }

    @Test
    void tenClassesAreShown() throws IOException {
        for (int i = 0; i < 12; i++) {
            report("services/grid", "org.example.Test" + i, "1.0");
        }

        assertThat(SlowestTestClasses.table(root, BUILD).lines())
                .hasSize(12)
                .endsWith("    12.0 s  all of them together");
    }

    @Test
    void reportOfAnEarlierBuildDoesNotCount() throws IOException {
        Path report = report("infra/faults", "org.example.OldTest", "3.0");
        Files.setLastModifiedTime(report, FileTime.from(BUILD.minusSeconds(1)));

        assertThat(SlowestTestClasses.table(root, BUILD)).isEmpty();
    }

    @Test
    void brokenReportIsNamed() throws IOException {
        Path report = report("infra/faults", "org.example.OldTest", "3.0");
        Files.writeString(report, "<html/>");

        assertThatIOException().isThrownBy(() -> TestClassTime.read(report)).withMessageContaining(report.toString());
    }

    private Path report(String module, String className, String seconds) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
        Path report = Files.writeString(
                folder.resolve("TEST-" + className + ".xml"),
                "<?xml version=\"1.0\"?><testsuite name=\"%s\" time=\"%s\"><testcase/></testsuite>"
                        .formatted(className, seconds));
        return Files.setLastModifiedTime(report, FileTime.from(BUILD.plusSeconds(1)));
    }
}
