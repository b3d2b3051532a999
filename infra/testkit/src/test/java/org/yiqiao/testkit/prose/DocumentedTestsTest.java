package org.yiqiao.testkit.prose;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tests that the documents name as the evidence for a promise exist. */
class DocumentedTestsTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");

    private final SourceTree tree = SourceTree.ofThisProject();

    @Test
    void everyTestNamedInTheDocumentsExists() {
        Map<String, String> tests = tree.sources().stream()
                .filter(source -> source.name().endsWith("Test.java"))
                .collect(toMap(SourceTree.Source::simpleName, SourceTree.Source::text, String::concat));
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (SourceTree.Source document : tree.documentSources()) {
            Matcher test = TEST.matcher(document.text());
            while (test.find()) {
                named++;
                String source = tests.get(test.group(1));
                String method = test.group(2);
                if (source == null || (method != null && !source.contains("void " + method + "("))) {
                    missing.add(document.name() + ": " + test.group());
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(100);
    }
}
