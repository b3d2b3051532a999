package org.yiqiao.request.intake.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiqiao.request.cases.SourceStatus;

/**
 * The ids that a file contains more than once. Several rows of one id belong together if they describe the same request
 * and each status is at least as new as the one before. Otherwise no row of this id can be trusted, for instance
 * because a spreadsheet has rounded long ids.
 *
 * <p>Finds them before the import, because the first row of such an id must not be imported either. Eight bytes per row
 * are needed, and some hundred bytes for each id that occurs more than once.
 */
final class RepeatedIds {

    private final Map<String, Occurrences> occurrences;

    private RepeatedIds(Map<String, Occurrences> occurrences) {
        this.occurrences = occurrences;
    }

    /** Reads the file up to its end, or up to the error that also ends its import. */
    static RepeatedIds scan(Path file, FileOptions options, Instant now) throws IOException {
        IdHashes hashes = new IdHashes();
        forEachRecord(file, options, (row, reader, idColumn) -> hashes.add(idHash(row, reader, idColumn, now)));
        Set<Long> repeated = hashes.findRepeated();
        Map<String, Occurrences> found = new HashMap<>();
        if (!repeated.isEmpty()) {
            forEachRecord(file, options, (row, reader, idColumn) -> {
                if (repeated.contains(idHash(row, reader, idColumn, now))) {
                    RequestRow request = reader.parse(row, now);
                    found.computeIfAbsent(request.externalId(), any -> new Occurrences(request))
                            .add(request);
                }
            });
            found.values().removeIf(one -> one.rows < 2);
        }
        return new RepeatedIds(found);
    }

    private static long idHash(FileRecord row, RequestFileReader reader, @Nullable IdColumn idColumn, Instant now)
            throws InvalidRowException {
        return idColumn == null ? IdColumn.hash(reader.parse(row, now).externalId()) : idColumn.hash(row);
    }

    /** Returns whether several valid rows have this id. */
    boolean isRepeated(String externalId) {
        return occurrences.containsKey(externalId);
    }

    /** Returns the fault of a row with an id that other rows use for another request or an older status. */
    Optional<RowFault> faultOf(RequestRow row) {
        return Optional.ofNullable(occurrences.get(row.externalId()))
                .filter(one -> one.contradictingLine > 0)
                .map(one -> RowFault.idTwice(row.line() == one.firstLine ? one.contradictingLine : one.firstLine));
    }

    private static void forEachRecord(Path file, FileOptions options, RecordConsumer consumer) throws IOException {
        try (RequestFileReader reader = RequestFiles.open(file, options)) {
            IdColumn idColumn = IdColumn.find(reader.format(), options.mapping());
            while (reader.hasNext()) {
                FileRecord row = reader.next();
                try {
                    consumer.accept(row, reader, idColumn);
                } catch (InvalidRowException _) {
                    // the import reports this row
                }
            }
        } catch (InvalidFileException _) {
            // the import reports this error
        }
    }

    private interface RecordConsumer {
        void accept(FileRecord row, RequestFileReader reader, @Nullable IdColumn idColumn) throws InvalidRowException;
    }

    /** Hashes of the ids of all rows. */
    private static final class IdHashes {

        private long[] hashes = new long[1 << 10];
        private int size;

        void add(long hash) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size * 2);
            }
            hashes[size++] = hash;
        }

        Set<Long> findRepeated() {
            Arrays.sort(hashes, 0, size);
            Set<Long> repeated = new HashSet<>();
            for (int i = 1; i < size; i++) {
                if (hashes[i] == hashes[i - 1]) {
                    repeated.add(hashes[i]);
                }
            }
            return repeated;
        }
    }

    /** The rows of one id. */
    private static final class Occurrences {

        private final long firstLine;
        private final Instant requestedAt;
        private final int content;
        private SourceStatus status;
        private int rows;
        private long contradictingLine;

        Occurrences(RequestRow first) {
            this.firstLine = first.line();
            this.requestedAt = first.requestedAt();
            this.content = contentHash(first);
            this.status = ImportRow.statusOf(first);
        }

        void add(RequestRow row) {
            rows++;
            SourceStatus next = ImportRow.statusOf(row);
            boolean isUpdate = row.requestedAt().equals(requestedAt)
                    && contentHash(row) == content
                    && (next.equals(status) || next.isNewerThan(status));
            if (!isUpdate && contradictingLine == 0) {
                contradictingLine = row.line();
            }
            status = next;
        }

        /** The description is left out, because systems add the results of handling to it. */
        private static int contentHash(RequestRow row) {
            return Objects.hash(row.service(), row.address(), row.location(), row.placeCode());
        }
    }
}
