package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.PlatformService;

/** The log lies in the data folder, and nothing is written into a folder that this process cannot use. */
class StartupTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"org.yiqiao.standalone.StandaloneApplication", "org.yiqiao.standalone.start.AotCachePreparingRun"
            })
    void logLiesInTheDataFolder(String main) throws Exception {
        String output = run(main, "--yiqiao.data-dir=elsewhere", "--yiqiao.ports.kafka=none");

        assertThat(output).contains("Yiqiao cannot start.", "--yiqiao.ports.kafka=none");
        assertThat(folder.resolve("elsewhere/log/yiqiao.log")).exists();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void unusableDataFolderIsReportedWithoutAStackTrace() throws Exception {
        Files.writeString(folder.resolve("file"), "not a folder");

        String output = run("org.yiqiao.standalone.StandaloneApplication", "--yiqiao.data-dir=file/data");

        assertThat(output).contains("Yiqiao cannot start. The data folder").doesNotContain("\tat ");
    }

    @Test
    void accountsAreNotCreatedInAFolderThatAnotherProcessUses() throws IOException {
        LockedDataDirectory other = LockedDataDirectory.acquire(folder);
        try {
            StandaloneSettings settings = new StandaloneSettings(
                    folder,
                    true,
                    "0.0.0.0",
                    Arrays.stream(PlatformService.values()).collect(Collectors.toMap(Function.identity(), any -> 0)),
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty());

            assertThatThrownBy(() -> StandalonePlatform.start(settings, new String[0], new StartupConsole()))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("The data folder");
            assertThat(folder.resolve("demo-accounts.txt")).doesNotExist();
        } finally {
            other.lock().channel().close();
        }
    }

    /** Runs the program in the temporary folder with its own configuration of the log; returns its output. */
    private String run(String main, String... args) throws IOException, InterruptedException {
        File output = folder.resolve("output").toFile();
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Dlogback.configurationFile="
                                        + Path.of("src/main/resources/logback.xml")
                                                .toAbsolutePath(),
                                "-Dyiqiao.aot-cache-output=" + folder.resolve("cache"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                main),
                        Stream.of(args))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output.toPath());
    }
}
