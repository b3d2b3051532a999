package org.yiqiao.request.intake.imports;

import org.jspecify.annotations.Nullable;

/**
 * The query parameters of an upload that say how its file is read. Each is optional.
 *
 * @param mapping name of a built-in or stored mapping
 * @param zone zone of local dates and times, such as {@code America/New_York}
 * @param dates {@code month-first} or {@code day-first}
 * @param charset name of the character set
 * @param separator {@code comma}, {@code semicolon} or {@code tab}
 * @param sheet name of the sheet of a workbook
 */
record FileParameters(
        @Nullable String mapping,
        @Nullable String zone,
        @Nullable String dates,
        @Nullable String charset,
        @Nullable String separator,
        @Nullable String sheet) {}
