package org.yiqiao.center.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;

/** A period of time: {@code from} is inclusive, {@code to} is exclusive, and null means unbounded on that side. */
record Period(@Nullable Instant from, @Nullable Instant to) {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;
    private static final int MAX_SHOWN = 100;

    /**
     * Parses two ISO 8601 times with offset, of the years 1970 to 9998. Null or an empty text means unbounded.
     *
     * @throws RejectedException if a time is malformed or out of range, or the period ends before it begins
     */
    static Period parse(@Nullable String from, @Nullable String to) {
        Period period = new Period(parseInstant(from), parseInstant(to));
        if (period.from != null && period.to != null && period.to.isBefore(period.from)) {
            throw new RejectedException(Rejection.invalid("period.reversed"));
        }
        return period;
    }

    boolean contains(long millis) {
        return (from == null || millis >= from.toEpochMilli()) && (to == null || millis < to.toEpochMilli());
    }

    /** Returns the first UTC day that can contain a time of the period; an empty text if there is no start. */
    String firstDay() {
        return from == null ? "" : dayOf(from);
    }

    /** Returns the last UTC day that can contain a time of the period. */
    String lastDay() {
        return to == null ? "9999-12-31" : dayOf(to);
    }

    private static String dayOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String shortened(String text) {
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }

    private static @Nullable Instant parseInstant(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw new RejectedException(Rejection.invalid("period.out-of-range")
                        .withDetail("value", text)
                        .withDetail("min", FIRST_YEAR)
                        .withDetail("max", LAST_YEAR));
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new RejectedException(Rejection.malformed("period.malformed").withDetail("value", shortened(text)));
        }
    }
}
