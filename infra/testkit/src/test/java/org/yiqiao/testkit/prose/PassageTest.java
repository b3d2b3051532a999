package org.yiqiao.testkit.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassageTest {

    @Test
    void relativePronounsAreFoundInAnyCaseAndOnlyAsWholeWords() {
        Passage passage = new Passage("A.java:1", "Whoever reads somewhat, the whole; what WHO wrote.");
        assertThat(passage.relativePronouns())
                .containsExactly("A.java:1: \"Whoever\"", "A.java:1: \"what\"", "A.java:1: \"WHO\"");
    }

    @Test
    void sentencesAreMeasuredOneByOne() {
        Passage passage = new Passage("A.java:1", "One two three. Four five\nsix seven. Eight.");
        assertThat(passage.sentencesLongerThan(3)).containsExactly("A.java:1: Four five six seven.");
    }

    @Test
    void codeInJavadocCountsAsOneWord() {
        String source =
                "package a;\n\n/**\n * Reads {@code who and what} once.\n *\n * @param x the input\n */\nclass A {}\n";
        assertThat(JavadocText.passages("A.java", source))
                .extracting(passage -> passage.text().strip())
                .containsExactly("Reads x once.", "x the input");
    }

    @Test
    void aPatternInAStringIsNoJavadoc() {
        assertThat(JavadocText.passages("A.java", "String all = \"/api/**\"; int who = 1; /* what */"))
                .isEmpty();
    }

    @Test
    void codeBlocksOfDocumentsAreNotProse() {
        String source = "# Title\n\n```sh\nwho am i\n```\n\n- `what` it is\n- two\n\n    whoami\n";
        assertThat(MarkdownText.passages("a.md", source))
                .extracting(passage -> passage.text().strip())
                .containsExactly("# Title", "- x it is", "- two");
    }

    @Test
    void aPassageKnowsItsLine() {
        assertThat(MarkdownText.passages("a.md", "one\n\n```\ncode\n```\n\ntwo\n"))
                .extracting(Passage::place)
                .last()
                .asString()
                .startsWith("a.md:");
    }

    @Test
    void aChineseCharacterFillsTwoColumns() {
        assertThat(MarkdownText.columns("网格，a")).isEqualTo(7);
    }
}
