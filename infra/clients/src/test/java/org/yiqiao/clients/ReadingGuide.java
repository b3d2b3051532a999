package org.yiqiao.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The document about reading events. Its programs are its code blocks, as they stand. */
record ReadingGuide(Path file) {

    static final ReadingGuide ENGLISH = new ReadingGuide(Path.of("../../docs/reading-events.md"));
    static final ReadingGuide CHINESE = new ReadingGuide(Path.of("../../docs/reading-events.zh-CN.md"));

    /** Returns the only block of code in a language. */
    String code(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(file));
        if (!block.find()) {
            throw new IllegalStateException(file + " has no code in " + language);
        }
        return block.group(1);
    }
}
