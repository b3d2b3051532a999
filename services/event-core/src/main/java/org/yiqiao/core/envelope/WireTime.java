package org.yiqiao.core.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/** Reads the form in which events carry times, {@code 2026-01-31T08:05:09.123Z}, several times as fast as a general parser. */
final class WireTime {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    private WireTime() {}

    /** @param otherwise reads or refuses what has another form */
    static Instant read(String text, Function<String, Instant> otherwise) {
        if (!isPlain(text)) {
            return otherwise.apply(text);
        }
        try {
            return plain(text);
        } catch (DateTimeException e) {
            // 24:00:00 and the 60th second are times to some.
            return otherwise.apply(text);
        }
    }

    private static boolean isPlain(String text) {
        int end = text.length() - 1;
        int fraction = end - FORM.length();
        if (fraction < 0 || fraction == 1 || fraction > 1 + NANO_DIGITS || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char form = i < FORM.length() ? FORM.charAt(i) : i == FORM.length() ? '.' : '0';
            char here = text.charAt(i);
            if (form == '0' ? here < '0' || here > '9' : here != form) {
                return false;
            }
        }
        return true;
    }

    private static Instant plain(String text) {
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
        int from = FORM.length() + 1;
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
