package org.yiqiao.request.intake.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in the forms that programs and people write: with or without an offset, and dates without a time.
 *
 * @param zone zone of times without an offset
 * @param order order of day and month; null if dates that depend on it are rejected
 */
record TimestampParser(ZoneId zone, @Nullable DateOrder order) {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})[日号]?)");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?=[Tt ]|\\d{4}|$)");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern NAMED_MONTH = Pattern.compile("(\\d{4}) ([A-Za-z]{3}) (\\d{1,2})");
    private static final Pattern TIME =
            Pattern.compile("(?:[Tt]|,?\\s+|(?<=[日号])|(?=[上下])|(?=\\d{4}(?:\\d{2})?$))(?<half>上午|下午)?\\s*"
                    + "(?:(?<hour>\\d{1,2})(?:[:时点](?<minute>\\d{1,2})分?(?::?(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?秒?)?)"
                    + "|(?<compact>\\d{4}(?:\\d{2})?))"
                    + "(?:\\s*(?<meridiem>[AaPp]\\.?[Mm]\\.?))?"
                    + "(?:\\s*(?<offset>[Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)(?:\\[[\\w/+-]+])?)?");

    /** Thrown if a text is no time. */
    static final class InvalidTimeException extends Exception {

        private final boolean ambiguous;

        InvalidTimeException(boolean ambiguous) {
            this.ambiguous = ambiguous;
        }

        /** Returns whether the text is a date with an unknown order of day and month. */
        boolean isAmbiguous() {
            return ambiguous;
        }
    }

    /**
     * A point in time.
     *
     * @param dateOnly whether the source names the day and no time, or midnight as programs write for an unknown time
     */
    record Timestamp(Instant instant, boolean dateOnly) {}

    Timestamp parse(String text) throws InvalidTimeException {
        try {
            Matcher date = YEAR_FIRST.matcher(text);
            if (date.lookingAt()) {
                boolean chinese = date.group(2) == null;
                return withTime(
                        date(date.group(1), date.group(chinese ? 5 : 3), date.group(chinese ? 6 : 4)), text, date);
            }
            date = YEAR_LAST.matcher(text);
            if (date.lookingAt()) {
                return withTime(yearLast(date), text, date);
            }
            date = COMPACT.matcher(text);
            if (date.lookingAt()) {
                return withTime(date(date.group(1), date.group(2), date.group(3)), text, date);
            }
            date = NAMED_MONTH.matcher(text);
            if (date.lookingAt()) {
                return withTime(
                        LocalDate.of(number(date.group(1)), month(date.group(2)), number(date.group(3))), text, date);
            }
            throw new InvalidTimeException(false);
        } catch (DateTimeException e) {
            throw new InvalidTimeException(false);
        }
    }

    private LocalDate yearLast(Matcher date) throws InvalidTimeException {
        int first = number(date.group(1));
        int second = number(date.group(3));
        if (order == null) {
            throw new InvalidTimeException(true);
        }
        return order == DateOrder.MONTH_FIRST
                ? LocalDate.of(number(date.group(4)), first, second)
                : LocalDate.of(number(date.group(4)), second, first);
    }

    private Timestamp withTime(LocalDate date, String text, Matcher matched) throws InvalidTimeException {
        if (matched.end() == text.length()) {
            return new Timestamp(date.atStartOfDay(zone).toInstant(), true);
        }
        Matcher time = TIME.matcher(text).region(matched.end(), text.length()).useTransparentBounds(true);
        if (!time.matches()) {
            throw new InvalidTimeException(false);
        }
        LocalDateTime local = LocalDateTime.of(date, localTime(time));
        String offset = time.group("offset");
        Instant instant = offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset(offset));
        return new Timestamp(
                instant.truncatedTo(ChronoUnit.MILLIS),
                offset == null && local.toLocalTime().equals(LocalTime.MIDNIGHT));
    }

    private static LocalTime localTime(Matcher time) {
        String compact = time.group("compact");
        if (compact != null) {
            return LocalTime.of(
                    number(compact.substring(0, 2)),
                    number(compact.substring(2, 4)),
                    compact.length() > 4 ? number(compact.substring(4)) : 0);
        }
        return LocalTime.of(
                hour(time),
                number(time.group("minute")),
                numberOrZero(time.group("second")),
                nanos(time.group("fraction")));
    }

    private static int hour(Matcher time) {
        int hour = number(time.group("hour"));
        String half = half(time);
        if (half == null) {
            return hour;
        }
        if (hour > 12) {
            throw new DateTimeException("Hour " + hour + " with " + half);
        }
        return hour % 12 + (half.equals("pm") ? 12 : 0);
    }

    private static @Nullable String half(Matcher time) {
        if (time.group("half") != null) {
            return time.group("half").equals("下午") ? "pm" : "am";
        }
        String meridiem = time.group("meridiem");
        return meridiem == null ? null : meridiem.substring(0, 1).toLowerCase(Locale.ROOT) + "m";
    }

    private static ZoneOffset offset(String text) {
        if (!text.startsWith("+") && !text.startsWith("-")) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(text);
    }

    private static Month month(String name) {
        for (Month month : Month.values()) {
            if (month.name().startsWith(name.toUpperCase(Locale.ROOT))) {
                return month;
            }
        }
        throw new DateTimeException("No month " + name);
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(number(year), number(month), number(day));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : number((fraction + "00000000").substring(0, 9));
    }

    private static int numberOrZero(@Nullable String digits) {
        return digits == null ? 0 : number(digits);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
