package org.yiqiao.request.intake.imports;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yiqiao.core.decider.Rejection;

/** Where a file has its columns; their order is free, further columns are left out. */
record CsvColumns(Map<String, Integer> positions, int count) {

    private static final List<String> REQUIRED =
            List.of("service_request_id", "status", "service_name", "requested_datetime");

    /** Stands in decoded text for bytes that are no UTF-8: a noncharacter, which no text holds. */
    static final char MANGLED = '\uFFFE';

    /** @throws FileFault if required columns are missing */
    static CsvColumns of(CsvRecord header) throws FileFault {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            positions.putIfAbsent(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<String> missing =
                REQUIRED.stream().filter(name -> !positions.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new FileFault(Rejection.invalid("csv.columns-missing").with("missing", missing));
        }
        return new CsvColumns(positions, header.getFieldCount());
    }

    /** @throws RowFault if the row has more or fewer fields than the header */
    Row row(CsvRecord csv) throws RowFault {
        if (csv.getFieldCount() != count) {
            throw new RowFault("row.wrong-field-count");
        }
        return new Row(this, csv);
    }

    /** A row with as many fields as the header. */
    record Row(CsvColumns columns, CsvRecord csv) {

        /** The field of a column, stripped; empty if the file has no such column. */
        String get(String column) {
            Integer position = columns.positions().get(column);
            return position == null ? "" : csv.getField(position).strip();
        }

        boolean isMangled() {
            return csv.getFields().stream().anyMatch(field -> field.indexOf(MANGLED) >= 0);
        }
    }
}
