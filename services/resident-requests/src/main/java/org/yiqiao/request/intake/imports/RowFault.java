package org.yiqiao.request.intake.imports;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiqiao.core.decider.Rejection;

/**
 * The cause for which a row was not applied.
 *
 * @param code code of its message
 * @param details details of its message, such as the column; null in reports of earlier versions
 */
record RowFault(String code, @Nullable Map<String, String> details) {

    static RowFault of(String code) {
        return new RowFault(code, Map.of());
    }

    static RowFault of(InvalidRowException e) {
        Map<String, String> details = new TreeMap<>();
        e.details().forEach((name, value) -> details.put(name, String.valueOf(value)));
        return new RowFault(e.code(), Map.copyOf(details));
    }

    static RowFault of(Rejection rejection) {
        Map<String, String> details = new TreeMap<>();
        rejection.details().forEach((name, value) -> details.put(name, String.valueOf(value)));
        return new RowFault(rejection.code(), Map.copyOf(details));
    }

    /** Names the other line with the same id. */
    static RowFault idTwice(long otherLine) {
        return new RowFault("row.id-twice", Map.of("other", String.valueOf(otherLine)));
    }
}
