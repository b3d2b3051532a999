package org.yiqiao.request.intake.imports;

import java.util.List;
import java.util.Optional;
import org.yiqiao.core.decider.Rejection;

/** Finds the line with the names of the columns; titles and empty lines can precede it. */
final class HeaderFinder {

    /** The number of records that can precede the header, plus one. */
    static final int SEARCHED_RECORDS = 20;

    private HeaderFinder() {}

    record Header(FileRecord row, ColumnPositions columns) {}

    static Optional<Header> find(List<FileRecord> firstRows, ImportMapping mapping) {
        return firstRows.stream()
                .limit(SEARCHED_RECORDS)
                .filter(row -> row.fault() == null)
                .map(row -> new Header(row, new ColumnPositions(row.fields(), mapping)))
                .filter(header -> header.columns().missing().isEmpty())
                .findFirst();
    }

    /** Returns why a file without a header is rejected. */
    static InvalidFileException missing(List<FileRecord> firstRows, ImportMapping mapping) {
        if (firstRows.isEmpty()) {
            return new InvalidFileException(Rejection.invalid("csv.empty"));
        }
        for (ImportMapping other : BuiltInMappings.ALL) {
            if (find(firstRows, other).isPresent()) {
                return new InvalidFileException(Rejection.invalid("csv.other-mapping")
                        .withDetail("mapping", mapping.name())
                        .withDetail("fits", other.name()));
            }
        }
        FileRecord widest = firstRows.stream()
                .limit(SEARCHED_RECORDS)
                .reduce((a, b) -> b.fields().size() > a.fields().size() ? b : a)
                .orElseThrow();
        return new InvalidFileException(Rejection.invalid("csv.columns-missing")
                .withDetail("missing", new ColumnPositions(widest.fields(), mapping).missing())
                .withDetail("mapping", mapping.name()));
    }
}
