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

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern FIRST_PAGE = Pattern.compile("(http\\S+) +← begin here");

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
        await().atMost(PATIENCE).until(() -> caches().count() == 1);
        assertThat(statusOfFirstPage("first.txt")).isEqualTo(200);
        first.destroy();
        first.onExit().join();
        assertThat(output("first.txt")).contains("Stopped; the data is in");

        // It would not start at all if it could not use the file.
        start(
                "second.txt",
                "-XX:AOTMode=on",
                "-XX:AOTCache=" + caches().findFirst().orElseThrow());

        await().atMost(PATIENCE)
                .until(() -> FIRST_PAGE.matcher(output("second.txt")).find());
        assertThat(statusOfFirstPage("second.txt")).isEqualTo(200);
    }

    /** Asks for the page that the console says to begin with. */
    private int statusOfFirstPage(String output) throws IOException, InterruptedException {
        Matcher page = FIRST_PAGE.matcher(output(output));
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

    /** @param cacheOptions of a JVM that starts the standalone as the launcher would; without any, the launcher starts it */
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
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), output))
                .start();
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
