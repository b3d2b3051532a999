package org.yiqiao.testkit.messages;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds texts in Java sources. */
record SourceCodes(List<Path> folders) {

    /** A literal such as "place.unknown", except settings, permissions and the fields of database queries. */
    private static final Pattern CODE =
            Pattern.compile("(?<!\\b(?:eq|in|RequiresPermission)\\(|\\bPERMISSION = |\\bstep\\(caller, )"
                    + "\"((?!server|yiqiao|policy|actuator)[a-z][a-z-]*\\.[a-z][a-z-]*)\"");

    Set<String> codes() {
        return find(CODE);
    }

    /** Returns the first group of every match. */
    Set<String> find(Pattern pattern) {
        return folders.stream()
                .flatMap(SourceCodes::sources)
                .flatMap(source -> pattern.matcher(source).results())
                .map((MatchResult match) -> match.group(1))
                .collect(toSet());
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(SourceCodes::read).toList().stream();
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
}
