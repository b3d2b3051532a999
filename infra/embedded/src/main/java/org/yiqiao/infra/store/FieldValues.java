package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Missing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a document at a path; each element of an array is a value. There is at least one value: a missing field
 * is {@link Missing}.
 */
final class FieldValues {
    /** Represents an array without elements, which sorts below null. */
    enum EmptyArrayMarker {
        INSTANCE
    }

    private final List<@Nullable Object> values = new ArrayList<>(1);
    private @Nullable String array;

    void add(@Nullable Object value) {
        values.add(value);
    }

    void recordArrayAt(String path) {
        if (array == null) {
            array = path;
        }
    }

    List<@Nullable Object> values() {
        return values;
    }

    /** Returns the path of the first array on the way, or null if there is none. */
    @Nullable
    String firstArrayPath() {
        return array;
    }

    boolean isPresent() {
        return values.stream().anyMatch(value -> !(value instanceof Missing));
    }
}
