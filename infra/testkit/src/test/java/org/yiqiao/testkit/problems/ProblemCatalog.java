package org.yiqiao.testkit.problems;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/**
 * All problem codes of the project with their statuses, titles and tests, read from its sources.
 *
 * @param root folder of the project
 */
record ProblemCatalog(Path root) {

    private static final List<String> BUNDLES = List.of(
            "web-edge/common",
            "governance-center/governance-center",
            "grid-management/grid-management",
            "resident-requests/resident-requests",
            "social-organizations/social-organizations");

    private static final Pattern REJECTION =
            Pattern.compile("Rejection\\s*\\.(malformed|invalid|conflict|forbidden|notFound|stale|overloaded)\\(\\s*"
                    + "\"([a-z.-]+)\"");

    private static final Pattern RESPONSE =
            Pattern.compile("HttpStatus\\.([A-Z_]+),\\s*\"([a-z-]+\\.[a-z-]+|unexpected)\"");

    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w.-])[a-z][a-z-]*\\.[a-z][a-z-]*(?![\\w.-])|\"unexpected\"");

    private static final Map<String, Integer> STATUS_OF_REASON = Map.of(
            "malformed", 400,
            "invalid", 422,
            "conflict", 409,
            "forbidden", 403,
            "notFound", 404,
            "stale", 412,
            "overloaded", 503);

    /** Statuses of codes that the sources pass on as a variable. */
    private static final Map<String, Integer> STATUS_OF_PATTERN = Map.ofEntries(
            Map.entry(".*\\.exists", 409),
            Map.entry("(case|matter|grid-post|help|territory|social-organization)\\.unknown", 404),
            Map.entry("(geojson|territory)\\.(?!malformed|unknown$).*", 422),
            Map.entry("json\\..*", 400),
            Map.entry("(place|point|matter)\\.coordinates-swapped|place\\.too-far", 422),
            Map.entry("csv\\..*|import\\.file-gone", 422),
            Map.entry("import\\.(dates|separator)", 400),
            Map.entry("version\\.stale", 412),
            Map.entry("access\\.outside-scope|actor\\.missing|case\\.not-handler", 403),
            Map.entry("audit\\.unavailable", 503));

    /** @param statuses statuses of the answers with this code */
    record Entry(String code, NavigableSet<Integer> statuses, String title, NavigableSet<String> tests) {}

    /** Returns the entries of each bundle in a language, such as {@code _zh}. */
    SortedMap<String, List<Entry>> entries(String language) {
        Map<String, NavigableSet<Integer>> statuses = statuses();
        Map<String, Set<String>> tests = mentions();
        SortedMap<String, List<Entry>> entries = new TreeMap<>();
        for (String bundle : BUNDLES) {
            String module = bundle.substring(0, bundle.indexOf('/'));
            String name = bundle.substring(bundle.indexOf('/') + 1);
            Properties titles = load(root.resolve(
                    "services/" + module + "/src/main/resources/problems/titles/" + name + language + ".properties"));
            entries.put(
                    name,
                    titles.stringPropertyNames().stream()
                            .sorted()
                            .map(code -> new Entry(
                                    code, statusesOf(code, statuses), titles.getProperty(code), testsOf(code, tests)))
                            .toList());
        }
        return entries;
    }

    private static NavigableSet<Integer> statusesOf(String code, Map<String, NavigableSet<Integer>> known) {
        NavigableSet<Integer> statuses = new TreeSet<>(known.getOrDefault(code, new TreeSet<>()));
        if (code.startsWith("http.")) {
            statuses.add(HttpStatus.valueOf(code.substring(5).replace('-', '_').toUpperCase(Locale.ROOT))
                    .value());
        }
        if (statuses.isEmpty() || code.endsWith(".unknown")) {
            STATUS_OF_PATTERN.entrySet().stream()
                    .filter(entry -> code.matches(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .forEach(statuses::add);
        }
        return statuses;
    }

    private static NavigableSet<String> testsOf(String code, Map<String, Set<String>> tests) {
        return tests.entrySet().stream()
                .filter(test -> test.getValue().contains(code))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    /** Returns the codes that each test mentions. */
    private Map<String, Set<String>> mentions() {
        Map<String, Set<String>> mentions = new TreeMap<>();
        texts("src/test/java", "Test.java")
                .forEach((test, source) -> mentions.put(
                        test,
                        MENTION.matcher(source)
                                .results()
                                .map((MatchResult match) -> match.group().replace("\"", ""))
                                .collect(toSet())));
        return mentions;
    }

    private Map<String, NavigableSet<Integer>> statuses() {
        Map<String, NavigableSet<Integer>> statuses = new TreeMap<>();
        texts("src/main/java", ".java").values().forEach(source -> {
            Matcher rejection = REJECTION.matcher(source);
            while (rejection.find()) {
                add(statuses, rejection.group(2), Objects.requireNonNull(STATUS_OF_REASON.get(rejection.group(1))));
            }
            Matcher response = RESPONSE.matcher(source);
            while (response.find()) {
                add(
                        statuses,
                        response.group(2),
                        HttpStatus.valueOf(response.group(1)).value());
            }
        });
        return statuses;
    }

    private static void add(Map<String, NavigableSet<Integer>> statuses, String code, int status) {
        statuses.computeIfAbsent(code, any -> new TreeSet<>()).add(status);
    }

    /** Returns the texts of the sources in a kind of folder, by simple name. */
    private Map<String, String> texts(String folder, String ending) {
        Map<String, String> texts = new TreeMap<>();
        Stream.of("services", "infra")
                .flatMap(top -> files(root.resolve(top)).stream())
                .filter(file ->
                        file.toString().contains(folder) && file.toString().endsWith(ending))
                .filter(file -> !file.toString().contains("/target/"))
                .forEach(file -> texts.merge(simpleName(file), read(file), String::concat));
        return texts;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String simpleName(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static Properties load(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the tables of the document, one for each bundle. */
    String tables(String language, String heading) {
        return entries(language).entrySet().stream()
                .map(bundle -> "### " + bundle.getKey() + "\n\n" + heading
                        + "\n|---|---|---|---|\n"
                        + bundle.getValue().stream().map(ProblemCatalog::row).collect(joining()))
                .collect(joining("\n"));
    }

    private static String row(Entry entry) {
        return "| `%s` | %s | %s | `%s` |\n"
                .formatted(
                        entry.code(),
                        entry.statuses().stream().map(String::valueOf).collect(joining(", ")),
                        entry.title(),
                        entry.tests().isEmpty() ? "–" : entry.tests().getFirst());
    }
}
