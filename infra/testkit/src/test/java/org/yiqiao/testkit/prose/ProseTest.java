package org.yiqiao.testkit.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Javadoc and documents are written in short sentences that name the actor and the thing. */
class ProseTest {

    private static final int LONGEST_SENTENCE = 40;
    private static final int WIDEST_LINE = 120;
    private static final double MOST_IN_JAVADOC = 0.003;
    private static final double MOST_IN_DOCUMENTS = 0.005;

    private final SourceTree tree = SourceTree.ofThisProject();

    @Test
    void javadocNamesTheActorInsteadOfWhoOrWhat() {
        assertThat(share(tree.javadoc())).as(pronouns(tree.javadoc())).isLessThan(MOST_IN_JAVADOC);
    }

    @Test
    void documentsNameTheActorInsteadOfWhoOrWhat() {
        assertThat(share(tree.documents())).as(pronouns(tree.documents())).isLessThan(MOST_IN_DOCUMENTS);
    }

    @Test
    void noSentenceOfTheJavadocIsLong() {
        assertThat(longSentences(tree.javadoc())).isEmpty();
    }

    @Test
    void noSentenceOfTheDocumentsIsLong() {
        assertThat(longSentences(tree.documents())).isEmpty();
    }

    @Test
    void noLineOfTheDocumentsIsWide() {
        assertThat(tree.documentLinesWiderThan(WIDEST_LINE)).isEmpty();
    }

    @Test
    void theTextsOfTheProjectAreFound() {
        assertThat(tree.javadoc()).hasSizeGreaterThan(500);
        assertThat(tree.documents()).hasSizeGreaterThan(200);
    }

    private static double share(List<Passage> passages) {
        long pronouns = passages.stream()
                .mapToLong(passage -> passage.relativePronouns().size())
                .sum();
        return (double) pronouns / passages.stream().mapToLong(Passage::words).sum();
    }

    private static String pronouns(List<Passage> passages) {
        return String.join(
                "\n",
                passages.stream()
                        .flatMap(passage -> passage.relativePronouns().stream())
                        .toList());
    }

    private static List<String> longSentences(List<Passage> passages) {
        return passages.stream()
                .flatMap(passage -> passage.sentencesLongerThan(LONGEST_SENTENCE).stream())
                .toList();
    }
}
