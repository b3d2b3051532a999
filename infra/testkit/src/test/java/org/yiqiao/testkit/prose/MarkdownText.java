package org.yiqiao.testkit.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the prose of Markdown documents: code blocks disappear, inline code becomes one word. */
final class MarkdownText {

    private static final Pattern FENCED_CODE = Pattern.compile("(?ms)^\\s*```.*?^\\s*```");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern BLOCK_END = Pattern.compile("\\n\\s*\\n|\\n(?=\\s*(?:[-*|#>]|\\d+\\.) ?)|\\|");

    private MarkdownText() {}

    static List<Passage> passages(String file, String source) {
        String text = blank(blank(source, FENCED_CODE), COMMENT);
        List<Passage> passages = new ArrayList<>();
        Matcher end = BLOCK_END.matcher(text);
        int from = 0;
        while (end.find()) {
            add(passages, file, text, from, end.start());
            from = end.end();
        }
        add(passages, file, text, from, text.length());
        return passages;
    }

    /** The width of a line in a terminal: a wide character, such as a Chinese one, fills two columns. */
    static int columns(String line) {
        return line.codePoints()
                .map(c -> Character.isIdeographic(c) || isWidePunctuation(c) ? 2 : 1)
                .sum();
    }

    private static boolean isWidePunctuation(int c) {
        return (c >= 0x3000 && c <= 0x303f) || (c >= 0xff01 && c <= 0xff60);
    }

    private static void add(List<Passage> passages, String file, String text, int from, int to) {
        String block = text.substring(from, to);
        if (!block.isBlank() && !block.startsWith("    ")) {
            long line = text.substring(0, from).chars().filter(c -> c == '\n').count() + 1;
            passages.add(new Passage(file + ":" + line, plain(block)));
        }
    }

    /** Replaces each match by its line ends, so that line numbers stay right. */
    private static String blank(String text, Pattern pattern) {
        return pattern.matcher(text)
                .replaceAll(found -> "\n\n"
                        + "\n".repeat((int)
                                found.group().chars().filter(c -> c == '\n').count()));
    }

    private static String plain(String block) {
        return block.replaceAll("`[^`]*`", "x").replaceAll("]\\([^)]*\\)", "]").replaceAll("<[^>]*>", " ");
    }
}
