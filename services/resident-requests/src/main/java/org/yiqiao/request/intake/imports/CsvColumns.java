package org.yiqiao.request.intake.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiqiao.core.decider.Rejection;

/** The positions of the columns in a file. Their order is free; additional columns are ignored. */
record CsvColumns(Map<String, Integer> positions, int count) {

    private static final List<String> REQUIRED_COLUMNS =
            List.of("service_request_id", "status", "service_name", "requested_datetime");

    /** Replaces bytes that are not UTF-8 in decoded text. It is a noncharacter, which no text contains. */
    static final char INVALID_BYTES_MARKER = '\uFFFE';

    /** @throws InvalidFileException if required columns are missing */
    static CsvColumns of(CsvRecord header) throws InvalidFileException {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            positions.putIfAbsent(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<String> missing = REQUIRED_COLUMNS.stream()
                .filter(name -> !positions.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidFileException(
                    Rejection.invalid("csv.columns-missing").withDetail("missing", missing));
        }
        return new CsvColumns(positions, header.getFieldCount());
    }

    /** @throws InvalidRowException if the row has more or fewer fields than the header */
    CsvRow toRow(CsvRecord csv) throws InvalidRowException {
        if (csv.getFieldCount() != count) {
            throw new InvalidRowException("row.wrong-field-count");
        }
        return new CsvRow(this, csv);
    }

    /** A row with as many fields as the header. */
    record CsvRow(CsvColumns columns, CsvRecord csv) {

        /** Returns the stripped field of a column, or an empty string if the file has no such column. */
        String get(String column) {
            Integer position = columns.positions().get(column);
            return position == null ? "" : csv.getField(position).strip();
        }

        boolean hasInvalidUtf8() {
            return csv.getFields().stream().anyMatch(field -> field.indexOf(INVALID_BYTES_MARKER) >= 0);
        }
    }
}
