package org.yiqiao.request.intake.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thrown if a row does not describe a valid request. */
final class InvalidRowException extends Exception {

    private final String code;
    private final @Nullable String column;
    private final @Nullable String example;

    InvalidRowException(String code) {
        this(code, null, null);
    }

    /**
     * @param column name of the column at fault as the file spells it, null if the whole row is at fault
     * @param example one right value of this column, null if no value can be shown
     */
    InvalidRowException(String code, @Nullable String column, @Nullable String example) {
        super(code);
        this.code = code;
        this.column = column;
        this.example = example;
    }

    String code() {
        return code;
    }

    @Nullable
    String column() {
        return column;
    }

    @Nullable
    String example() {
        return example;
    }

    /** Returns the details {@code column} and {@code example} of the message. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (column != null) {
            details.put("column", column);
        }
        if (example != null) {
            details.put("example", example);
        }
        return details;
    }
}
