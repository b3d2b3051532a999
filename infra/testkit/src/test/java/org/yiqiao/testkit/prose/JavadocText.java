package org.yiqiao.testkit.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the prose of Javadoc comments: inline tags become one word, markup disappears. */
final class JavadocText {

    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*/\\*\\*((?s:.*?))\\*/");
    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n|<p>|<li>|\\n\\s*(?=@\\w)");

    private JavadocText() {}

    static List<Passage> passages(String file, String source) {
        List<Passage> passages = new ArrayList<>();
        Matcher comment = COMMENT.matcher(source);
        while (comment.find()) {
            long line = source.substring(0, comment.start(1)).lines().count();
            String text = comment.group(1).replaceAll("(?m)^\\s*\\* ?", "");
            for (String block : BLOCK.split(text, -1)) {
                passages.add(new Passage(file + ":" + line, plain(block)));
            }
        }
        return passages;
    }

    private static String plain(String block) {
        return block.replaceAll("\\{@(?:code|link|linkplain|literal|value)\\s+[^{}]*}", "x")
                .replaceAll("@(?:param|return|throws|see|author|since)\\b", " ")
                .replaceAll("<[^>]*>", " ");
    }
}
