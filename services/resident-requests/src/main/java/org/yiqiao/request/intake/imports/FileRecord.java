package org.yiqiao.request.intake.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file as it was read.
 *
 * @param line line of a text file where the record starts, or row of a sheet; the first is 1
 * @param fields the text of the fields in the order of the columns
 * @param fault code of the problem that makes the record unreadable, null for a readable record
 */
record FileRecord(long line, List<String> fields, @Nullable String fault) {

    static FileRecord readable(long line, List<String> fields) {
        return new FileRecord(line, fields, null);
    }
}
