package org.yiqiao.request.intake.imports;

/**
 * The number of rows for each {@link RowOutcome}.
 *
 * @param unrouted number of imported rows without a place in any township
 */
public record ImportCounts(long imported, long updated, long unchanged, long conflicts, long rejected, long unrouted) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0);

    /** Returns the number of all rows that were read. */
    long read() {
        return imported + updated + unchanged + conflicts + rejected;
    }
}
