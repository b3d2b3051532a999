package org.yiqiao.request.intake.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file in batches. Not thread-safe. */
final class ImportRowReader {

    private final RequestFileReader file;
    private final RepeatedIds repeatedIds;
    private final Instant now;
    private final int batchSize;
    private long toSkip;

    /** @param toSkip number of rows at the start that an earlier run has processed */
    ImportRowReader(RequestFileReader file, RepeatedIds repeatedIds, Instant now, int batchSize, long toSkip) {
        this.file = file;
        this.repeatedIds = repeatedIds;
        this.now = now;
        this.batchSize = batchSize;
        this.toSkip = toSkip;
    }

    /**
     * The next rows of the file.
     *
     * @param last whether no rows follow
     * @param failure code of the error that ended the file early, null without an error
     */
    record Batch(
            List<ImportRow> rows, boolean last, @Nullable String failure) {}

    Batch next() throws IOException {
        List<ImportRow> rows = new ArrayList<>(batchSize);
        try {
            while (rows.size() < batchSize) {
                if (!file.hasNext()) {
                    return new Batch(rows, true, null);
                }
                FileRecord raw = file.next();
                if (toSkip > 0) {
                    toSkip--;
                } else {
                    rows.add(parse(raw));
                }
            }
            return new Batch(rows, false, null);
        } catch (InvalidFileException e) {
            return new Batch(rows, true, e.rejection().code());
        }
    }

    private ImportRow parse(FileRecord raw) {
        try {
            RequestRow request = file.parse(raw, now);
            return repeatedIds
                    .faultOf(request)
                    .map(fault -> ImportRow.invalid(raw, fault))
                    .orElseGet(() -> ImportRow.valid(raw, request));
        } catch (InvalidRowException e) {
            return ImportRow.invalid(raw, RowFault.of(e));
        }
    }
}
