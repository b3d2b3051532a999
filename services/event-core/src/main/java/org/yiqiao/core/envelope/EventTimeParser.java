package org.yiqiao.core.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * Parses times in the format of events, {@code 2026-01-31T08:05:09.123Z}, several times as fast as a general parser.
 */
final class EventTimeParser {

    private static final String FORMAT = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    private EventTimeParser() {}

    /** @param otherwise parses or rejects text in any other format */
    static Instant parse(String text, Function<String, Instant> otherwise) {
        if (!isStandardFormat(text)) {
            return otherwise.apply(text);
        }
        try {
            return parseStandardFormat(text);
        } catch (DateTimeException e) {
            // Some parsers accept 24:00:00 and a 60th second.
            return otherwise.apply(text);
        }
    }

    private static boolean isStandardFormat(String text) {
        int end = text.length() - 1;
        int fraction = end - FORMAT.length();
        if (fraction < 0 || fraction == 1 || fraction > 1 + NANO_DIGITS || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < FORMAT.length() ? FORMAT.charAt(i) : i == FORMAT.length() ? '.' : '0';
            char actual = text.charAt(i);
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant parseStandardFormat(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos(text))
                .toInstant(ZoneOffset.UTC);
    }

    private static int nanos(String text) {
        int from = FORMAT.length() + 1;
        int end = text.length() - 1;
        int nanos = from < end ? number(text, from, end) : 0;
        for (int digits = Math.max(0, end - from); digits < NANO_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int end) {
        return Integer.parseInt(text, from, end, 10);
    }
}
