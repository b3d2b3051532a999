package org.yiqiao.center;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.contracts.PlatformService;

/** Checks that every problem code of this service has a message in English and in Chinese. */
class MessageCompletenessTest {

    private static final PlatformService SERVICE = PlatformService.GOVERNANCE_CENTER;

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** A literal such as "place.unknown", except permission names and the names of queried document fields. */
    private static final Pattern CODE = Pattern.compile(
            "(?<!\\b(?:eq|in|RequiresPermission)\\(|\\bstep\\(caller, )\"(?!yiqiao\\.)([a-z][a-z-]*\\.[a-z][a-z-]*)\"");

    private static final Pattern DETAIL = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @ValueSource(strings = {"governance-center", "common"})
    void everyMessageExistsInBothLanguages(String bundle) {
        assertThat(messages(bundle + "_zh").stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(messages(bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"governance-center", "common"})
    void bothLanguagesUseSameDetails(String bundle) {
        Properties english = messages(bundle);
        Properties chinese = messages(bundle + "_zh");
        for (String code : english.stringPropertyNames()) {
            assertThat(findAll(DETAIL, chinese.getProperty(code, "")))
                    .as(code)
                    .isEqualTo(findAll(DETAIL, english.getProperty(code)));
        }
    }

    @Test
    void everyCodeInSourcesHasMessage() {
        assertThat(codesInSources()).isNotEmpty().isSubsetOf(knownCodes());
    }

    private static Set<String> codesInSources() {
        return findInSources(CODE);
    }

    private static Set<String> findInSources(Pattern pattern) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> findAll(pattern, readFile(file)).stream())
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> knownCodes() {
        return Stream.of(messages(SERVICE.id()), messages("common"))
                .flatMap(messages -> messages.stringPropertyNames().stream())
                .collect(toSet());
    }

    private static Properties messages(String bundle) {
        String name = "/problems/" + bundle + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(MessageCompletenessTest.class.getResourceAsStream(name), name),
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

    private static String readFile(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
