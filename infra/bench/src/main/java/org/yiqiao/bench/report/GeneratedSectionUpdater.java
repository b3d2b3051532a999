package org.yiqiao.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replaces the part of a page between two marker comments with text from the benchmark. */
public final class GeneratedSectionUpdater {

    static final String BEGIN = "<!-- begin: written by infra/bench -->";
    static final String END = "<!-- end: written by infra/bench -->";

    private GeneratedSectionUpdater() {}

    /** @throws IllegalStateException if the page lacks the markers */
    public static void update(Path page, String tables) throws IOException {
        Files.writeString(page, replace(Files.readString(page), tables));
    }

    static String replace(String page, String tables) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("The page lacks the markers of the generated section");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + tables + page.substring(end);
    }
}
