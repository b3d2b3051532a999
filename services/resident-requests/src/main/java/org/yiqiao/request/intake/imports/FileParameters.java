package org.yiqiao.request.intake.imports;

import org.jspecify.annotations.Nullable;

/**
 * The query parameters of an upload that say how its file is read. Each is optional; a blank one counts as missing.
 *
 * @param mapping name of a built-in or stored mapping
 * @param zone zone of local dates and times, such as {@code America/New_York}
 * @param dates {@code month-first} or {@code day-first}
 * @param charset name of the character set
 * @param separator {@code comma}, {@code semicolon} or {@code tab}
 * @param sheet name of the sheet of a workbook
 * @param datum {@code wgs84}, {@code gcj02} or {@code bd09}
 */
record FileParameters(
        @Nullable String mapping,
        @Nullable String zone,
        @Nullable String dates,
        @Nullable String charset,
        @Nullable String separator,
        @Nullable String sheet,
        @Nullable String datum) {

    FileParameters {
        mapping = blankToNull(mapping);
        zone = blankToNull(zone);
        dates = blankToNull(dates);
        charset = blankToNull(charset);
        separator = blankToNull(separator);
        sheet = blankToNull(sheet);
        datum = blankToNull(datum);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
