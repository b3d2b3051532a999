package org.yiqiao.edge.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

/** Verifies that every problem code of the shared modules has a message in English and in Chinese. */
class ProblemMessageCoverageTest {

    private static final List<Path> SOURCES = Stream.of(
                    "event-core", "event-binding", "access-control", "web-edge", "audit-trail", "service-support")
            .map(module -> Path.of("..", module, "src", "main", "java"))
            .toList();

    /** Matches a literal such as "place.unknown" unless it is a setting, a file, an operation or a document field. */
    private static final Pattern CODE = Pattern.compile(
            "(?<!\\b(?:eq|in|RequiresPermission)\\()\"((?!server|yiqiao|policy|actuator)[a-z][a-z-]*\\.[a-z][a-z-]*)\"");

    private static final Pattern DETAIL = Pattern.compile("\\{([^}]*)}");

    @Test
    void everyMessageExistsInBothLanguages() {
        assertThat(messages("common_zh").stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(messages("common").stringPropertyNames());
    }

    @Test
    void bothLanguagesUseTheSameDetails() {
        Properties english = messages("common");
        Properties chinese = messages("common_zh");
        for (String code : english.stringPropertyNames()) {
            assertThat(findAll(DETAIL, chinese.getProperty(code, "")))
                    .as(code)
                    .isEqualTo(findAll(DETAIL, english.getProperty(code)));
        }
    }

    @Test
    void everyCodeInTheSourcesHasAMessage() {
        assertThat(codes()).isNotEmpty().isSubsetOf(messages("common").stringPropertyNames());
    }

    /** Verifies the statuses with which Spring itself rejects an address, a method, a media type or a body. */
    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405, 406, 413, 415, 500, 503})
    void everySpringErrorStatusHasAMessage(int status) {
        String name = HttpStatus.valueOf(status).name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(messages("common").stringPropertyNames()).contains("http." + name);
    }

    private static Set<String> codes() {
        return SOURCES.stream().flatMap(ProblemMessageCoverageTest::codes).collect(toSet());
    }

    private static Stream<String> codes(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> findAll(CODE, readText(file)).stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties messages(String bundle) {
        String name = "/problems/" + bundle + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ProblemMessageCoverageTest.class.getResourceAsStream(name), name),
                StandardCharsets.UTF_8)) {
            Properties messages = new Properties();
            messages.load(reader);
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> findAll(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toSet());
    }

    private static String readText(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
