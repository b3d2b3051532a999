package org.yiqiao.testkit.prose;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of English prose: one paragraph, list item, table cell or Javadoc block.
 *
 * @param place file and line where the passage begins, for the failure message
 * @param text without code and markup
 */
record Passage(String place, String text) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z'’-]*");
    private static final Pattern RELATIVE_PRONOUN =
            Pattern.compile("\\b(who|whoever|whom|whomever|whose|what|whatever)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?:;])\\s+");

    long words() {
        return WORD.matcher(text).results().count();
    }

    /** The words that make technical prose hard to follow when they stand for a noun that the sentence could name. */
    List<String> relativePronouns() {
        return RELATIVE_PRONOUN
                .matcher(text)
                .results()
                .map(found -> place + ": \"" + found.group() + "\"")
                .toList();
    }

    List<String> sentencesLongerThan(int limit) {
        return Arrays.stream(SENTENCE_END.split(text.strip().replaceAll("\\s+", " "), -1))
                .filter(sentence -> WORD.matcher(sentence).results().count() > limit)
                .map(sentence -> place + ": " + sentence)
                .toList();
    }
}
