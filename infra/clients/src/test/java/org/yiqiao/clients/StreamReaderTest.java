package org.yiqiao.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every program of the reading guide reads every event of the demo town. */
class StreamReaderTest {

    private static final Pattern FIRST_WORD = Pattern.compile("^(\\S+)");
    private static final Pattern ID_HEADER = Pattern.compile("ce_id=([^,]+)");

    private final DemoTown town = DemoTown.shared();

    @TempDir
    private Path folder;

    @Test
    void javaProgramReadsEveryEvent() throws Exception {
        Path program = Files.writeString(folder.resolve("ReadEvents.java"), ReadingGuide.ENGLISH.code("java"));
        assertReadsEveryEvent(
                folder,
                FIRST_WORD,
                ExternalProgram.java(),
                "-cp",
                System.getProperty("java.class.path"),
                program.toString());
    }

    @Test
    void javaScriptProgramReadsEveryEvent() throws Exception {
        Path packages = NodePackages.install();
        Files.writeString(packages.resolve("read-events.mjs"), ReadingGuide.ENGLISH.code("js"));
        assertReadsEveryEvent(packages, FIRST_WORD, "node", "read-events.mjs");
    }

    @Test
    void kcatReadsEveryEvent() throws Exception {
        assumeTrue(ExternalProgram.isInstalled("kcat"), "needs kcat");
        assertReadsEveryEvent(folder, ID_HEADER, "sh", "-c", ReadingGuide.ENGLISH.code("sh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "js", "sh"})
    void bothLanguagesOfTheGuideHaveTheSameProgram(String language) throws IOException {
        assertThat(ReadingGuide.CHINESE.code(language)).isEqualTo(ReadingGuide.ENGLISH.code(language));
    }

    private void assertReadsEveryEvent(Path workingDirectory, Pattern id, String... command) throws IOException {
        List<String> published = town.eventIds();
        Set<String> expected = new TreeSet<>(published);
        List<String> read = new ArrayList<>();
        List<String> otherLines = new ArrayList<>();
        new ExternalProgram(workingDirectory, Map.of("KAFKA", town.bootstrapServers()), List.of(command))
                .readLines(line -> {
                    Matcher found = id.matcher(line);
                    if (found.find() && expected.contains(found.group(1))) {
                        read.add(found.group(1));
                    } else {
                        otherLines.add(line);
                    }
                    return read.size() == published.size();
                });
        assertThat(read).as("%s", otherLines).containsExactlyInAnyOrderElementsOf(published);
        assertThat(published).hasSizeGreaterThan(100);
    }
}
