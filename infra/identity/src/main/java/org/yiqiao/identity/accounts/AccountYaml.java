package org.yiqiao.identity.accounts;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account as the file of accounts contains it. */
final class AccountYaml {

    private AccountYaml() {}

    /** Returns one entry of the mapping {@code accounts}. The values are valid, so they contain no quotes. */
    static String of(String name, AccountProperties.Entry entry) {
        return """
                %s:
                  id: "%s"
                  password: "%s"
                  posts: %s
                  uses: %s
                """.formatted(
                        name,
                        entry.id(),
                        entry.password(),
                        list(entry.posts().stream().map(post -> '"' + post + '"')),
                        list(entry.uses().stream()
                                .sorted()
                                .map(use -> use.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }

    private static String list(Stream<String> values) {
        return values.collect(Collectors.joining(", ", "[", "]"));
    }
}
