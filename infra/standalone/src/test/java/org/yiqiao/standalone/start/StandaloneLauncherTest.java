package org.yiqiao.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;

class StandaloneLauncherTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Pattern START_PAGE = Pattern.compile("(http\\S+) +← start here");

    @TempDir
    private Path folder;

    private @Nullable Process launcher;

    @AfterEach
    void stopLauncher() {
        if (launcher != null) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly().onExit().join();
        }
    }

    @Test
    void firstStartPreparesTheCacheOfTheNext() throws IOException, InterruptedException {
        Process first = start("first.txt");
        await().atMost(TIMEOUT).until(() -> caches().count() == 1);
        assertThat(statusOfStartPage("first.txt")).isEqualTo(200);
        first.destroy();
        first.onExit().join();
        assertThat(output("first.txt")).contains("Stopped; the data is in");

        // With AOTMode=on, the JVM does not start unless it can use the cache file.
        start(
                "second.txt",
                "-XX:AOTMode=on",
                "-XX:AOTCache=" + caches().findFirst().orElseThrow());

        await().atMost(TIMEOUT)
                .until(() -> START_PAGE.matcher(output("second.txt")).find());
        assertThat(statusOfStartPage("second.txt")).isEqualTo(200);
    }

    /** Requests the start page that the console shows. */
    private int statusOfStartPage(String output) throws IOException, InterruptedException {
        Matcher page = START_PAGE.matcher(output(output));
        assertThat(page.find()).isTrue();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(page.group(1))).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private String output(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /**
     * Starts the standalone.
     *
     * @param cacheOptions AOT options of the JVM, which then starts the standalone without the launcher; without any
     *     options, the launcher starts the standalone
     */
    private Process start(String output, String... cacheOptions) throws IOException {
        List<String> command = StandaloneLauncher.javaCommand();
        command.addAll(List.of(cacheOptions));
        command.add("-cp");
        if (cacheOptions.length == 0) {
            command.addAll(List.of(System.getProperty("java.class.path"), StandaloneLauncher.class.getName()));
        } else {
            command.addAll(List.of(
                    AotCache.open(folder.resolve("data/start")).classPath(),
                    "org.yiqiao.standalone.StandaloneApplication"));
        }
        command.add("--yiqiao.demo=false");
        command.add("--yiqiao.data-dir=" + folder.resolve("data"));
        Stream.concat(
                        Stream.of(PlatformService.values()).map(PlatformService::id),
                        Stream.of("identity", "kafka", "mongodb"))
                .forEach(port -> command.add("--yiqiao.ports." + port + "=0"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(new File(folder.toFile(), output));
        // The test waits for the cache. At the lowest priority, the tests beside it would hold it up.
        builder.environment().put(AotCachePreparingRun.PRIORITY_VARIABLE, "0");
        Process started = builder.start();
        launcher = started;
        return started;
    }

    private Stream<Path> caches() throws IOException {
        Path start = folder.resolve("data/start");
        if (!Files.isDirectory(start)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(start)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".aot"))
                            .toList())
                    .stream();
        }
    }
}
