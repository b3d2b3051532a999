package org.yiqiao.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the protocol of the relay in every interleaving, and that the checker detects incorrect variants. */
class OutboxRelayModelTest {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelayModelTest.class);
    private static final Path MODEL = Path.of("src/test/promela/relay.pml").toAbsolutePath();
    private static final Pattern ERRORS = Pattern.compile("errors: (\\d+)");
    private static final Pattern STATES = Pattern.compile("(\\S+) states, stored");

    @TempDir
    private Path directory;

    @BeforeAll
    static void requireModelChecker() {
        assumeTrue(
                isInstalled("spin") && isInstalled("gcc"),
                "The relay model was NOT checked because spin or gcc is missing: apt-get install spin gcc libc6-dev");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-DEVENTS=3 -DFAULTS=1", "-DEVENTS=2 -DFAULTS=2"})
    void noInterleavingLosesOrReordersEvents(String size) throws Exception {
        String verdict = check(List.of(size.split(" ")));

        log.info("Relay protocol with {}: no error in {} states", size, first(STATES, verdict));
        assertThat(first(ERRORS, verdict)).as(verdict).isEqualTo("0");
        assertThat(verdict).doesNotContain("max search depth too small").doesNotContain("out of memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PULL_BEFORE_ACKNOWLEDGEMENT", "NEWEST_ONLY", "GO_ON_AFTER_EXPIRY"})
    void incorrectProtocolIsRefuted(String variant) throws Exception {
        String verdict = check(List.of("-DEVENTS=3", "-DFAULTS=1", "-D" + variant));

        assertThat(Integer.parseInt(first(ERRORS, verdict))).as(verdict).isPositive();
        assertThat(verdict).contains("assertion violated");
    }

    private String check(List<String> defines) throws IOException, InterruptedException {
        List<String> translate = new ArrayList<>(List.of("spin", "-a"));
        translate.addAll(defines);
        translate.add(MODEL.toString());
        run(translate);
        run(List.of("gcc", "-O1", "-w", "-DSAFETY", "-DCOLLAPSE", "-o", "pan", "pan.c"));
        return run(List.of("./pan", "-m100000"));
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static boolean isInstalled(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
