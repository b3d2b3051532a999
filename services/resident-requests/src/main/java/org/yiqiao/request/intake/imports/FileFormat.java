package org.yiqiao.request.intake.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The format of a file, as declared or detected.
 *
 * @param type {@code csv} or {@code xlsx}
 * @param charset name of the character set of a text file, absent for a workbook
 * @param separator character between two fields of a text file, absent for a workbook
 * @param sheet name of the sheet that is read, absent for a text file
 * @param mapping name of the mapping of columns and values
 * @param headerLine line with the names of the columns; the first is 1
 * @param header the names of the columns as the file spells them
 * @param ignoredColumns the columns that the mapping does not use
 */
public record FileFormat(
        String type,
        @Nullable String charset,
        @Nullable String separator,
        @Nullable String sheet,
        String mapping,
        long headerLine,
        List<String> header,
        List<String> ignoredColumns) {}
