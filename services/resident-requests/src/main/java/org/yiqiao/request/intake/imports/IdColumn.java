package org.yiqiao.request.intake.imports;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The column of a file that alone holds the ids of requests. It allows comparing ids without parsing the rest of each
 * record.
 */
record IdColumn(int position) {

    /** Returns the column, or null if the ids of the file come from several columns. */
    static @Nullable IdColumn find(FileFormat format, ImportMapping mapping) {
        List<String> names = mapping.columnsOf(RequestField.ID);
        int[] found = IntStream.range(0, format.header().size())
                .filter(i -> names.stream()
                        .anyMatch(name ->
                                name.equalsIgnoreCase(format.header().get(i).strip())))
                .toArray();
        return mapping.hasDerivedIds() || names.size() != 1 || found.length != 1 ? null : new IdColumn(found[0]);
    }

    /**
     * Returns a hash that is the same for every form of the same id. Blanks and the quotes and equals signs of
     * spreadsheets do not count.
     */
    long hash(FileRecord row) {
        return position < row.fields().size() ? hash(row.fields().get(position)) : 0;
    }

    /** Returns the 64-bit FNV-1a hash of the characters that an id can have. */
    static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '-' && c <= ':') || (c >= 'A' && c <= 'Z') || c == '_') {
                hash = (hash ^ c) * 0x100000001b3L;
            }
        }
        return hash;
    }
}
