package org.yiqiao.testkit.messages;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;

/**
 * The tests of the problem messages of a module. Every code in its sources has a title and a message in English and in
 * Chinese, and both languages show the same details.
 *
 * <p>Codes of rows ({@code row.}) appear in import reports only, and need no title.
 */
public abstract class ProblemMessageContract {

    private static final Pattern DETAIL = Pattern.compile("\\{([^}]*)}");
    private static final Pattern CREATED_EVENTS = Pattern.compile("CreateCommand<(\\w+Event),");
    private static final String ROW = "row.";

    private final String bundle;
    private final SourceCodes sources;

    /**
     * Creates the tests of a bundle.
     *
     * @param bundle id of a service, or {@code common}
     * @param sourceFolders folders of the sources that use the codes
     */
    protected ProblemMessageContract(String bundle, Path... sourceFolders) {
        this.bundle = bundle;
        this.sources = new SourceCodes(List.of(sourceFolders));
    }

    /** Returns codes that no endpoint can answer, so that they need no title. */
    protected Set<String> codesWithoutEndpoint() {
        return Set.of();
    }

    @Test
    void everyMessageExistsInBothLanguages() {
        assertThat(MessageBundles.load(bundle + "_zh").stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(MessageBundles.load(bundle).stringPropertyNames());
    }

    @Test
    void everyCodeHasATitleInBothLanguages() {
        Set<String> codes = MessageBundles.codes(MessageBundles.load(bundle)).stream()
                .filter(code -> !code.startsWith(ROW) && !codesWithoutEndpoint().contains(code))
                .collect(toSet());
        assertThat(MessageBundles.load("titles/" + bundle).stringPropertyNames())
                .isEqualTo(codes);
        assertThat(MessageBundles.load("titles/" + bundle + "_zh").stringPropertyNames())
                .isEqualTo(codes);
    }

    @Test
    void noTitleHasADetail() {
        for (String language : List.of("", "_zh")) {
            assertThat(MessageBundles.load("titles/" + bundle + language).values())
                    .noneMatch(title -> title.toString().contains("{"));
        }
    }

    @Test
    void bothLanguagesShowTheSameDetails() {
        Properties english = MessageBundles.load(bundle);
        Properties chinese = MessageBundles.load(bundle + "_zh");
        for (String code : english.stringPropertyNames()) {
            assertThat(details(chinese.getProperty(code, ""))).as(code).isEqualTo(details(english.getProperty(code)));
        }
    }

    @Test
    void everyCodeInTheSourcesHasAMessage() {
        assertThat(sources.codes()).isNotEmpty().isSubsetOf(knownCodes());
    }

    @Test
    void everyAggregateHasAMessageForAnUnknownId() {
        assertThat(aggregates().map(events -> EventType.aggregateNameOf(events) + ".unknown"))
                .isSubsetOf(knownCodes());
    }

    @Test
    void everyCreatedAggregateHasAMessageForAnExistingId() {
        Set<String> created = sources.find(CREATED_EVENTS);
        assertThat(aggregates()
                        .filter(events -> created.contains(events.getSimpleName()))
                        .map(events -> EventType.aggregateNameOf(events) + ".exists"))
                .hasSameSizeAs(created)
                .isSubsetOf(knownCodes());
    }

    /** Returns the sealed event interfaces of the service of this bundle, one for each aggregate. */
    private Stream<Class<? extends DomainEvent>> aggregates() {
        return EventType.all().stream()
                .filter(type -> type.service().id().equals(bundle))
                .<Class<? extends DomainEvent>>map(
                        type -> type.record().getInterfaces()[0].asSubclass(DomainEvent.class))
                .distinct();
    }

    private Set<String> knownCodes() {
        return Stream.of(bundle, "common")
                .flatMap(name -> MessageBundles.codes(MessageBundles.load(name)).stream())
                .collect(toSet());
    }

    private static Set<String> details(String message) {
        return DETAIL.matcher(message)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(toSet());
    }
}
