package org.yiqiao.request;

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
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;

/** Every code that this service can return has a message in English and in Chinese. */
class MessageCompletenessTest {

    private static final PlatformService SERVICE = PlatformService.RESIDENT_REQUESTS;

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** Matches a literal such as "place.unknown", except permissions, settings and the fields of database queries. */
    private static final Pattern CODE = Pattern.compile(
            "(?<!\\b(?:eq|in|RequiresPermission)\\(|\\bPERMISSION = )\"(?!yiqiao\\.)([a-z][a-z-]*\\.[a-z][a-z-]*)\"");

    private static final Pattern DETAIL = Pattern.compile("\\{([^}]*)}");

    @ParameterizedTest
    @ValueSource(strings = {"resident-requests", "common"})
    void everyMessageExistsInBothLanguages(String bundle) {
        assertThat(messages(bundle + "_zh").stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(messages(bundle).stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resident-requests", "common"})
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

    @Test
    void everyAggregateHasUnknownIdMessage() {
        assertThat(aggregates().map(events -> EventType.aggregateNameOf(events) + ".unknown"))
                .isNotEmpty()
                .isSubsetOf(knownCodes());
    }

    @Test
    void everyCreatedAggregateHasExistingIdMessage() {
        Set<String> created = findInSources(Pattern.compile("CreateCommand<(\\w+Event),"));
        assertThat(aggregates()
                        .filter(events -> created.contains(events.getSimpleName()))
                        .map(events -> EventType.aggregateNameOf(events) + ".exists"))
                .hasSameSizeAs(created)
                .isNotEmpty()
                .isSubsetOf(knownCodes());
    }

    /** Returns the sealed event interfaces of this service, one for each aggregate. */
    private static Stream<Class<? extends DomainEvent>> aggregates() {
        return EventType.all().stream()
                .filter(type -> type.service() == SERVICE)
                .<Class<? extends DomainEvent>>map(
                        type -> type.record().getInterfaces()[0].asSubclass(DomainEvent.class))
                .distinct();
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
