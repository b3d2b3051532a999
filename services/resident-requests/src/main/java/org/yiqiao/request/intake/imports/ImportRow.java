package org.yiqiao.request.intake.imports;

import org.jspecify.annotations.Nullable;
import org.yiqiao.request.cases.SourceStatus;

/**
 * One row of the batch that an import processes.
 *
 * @param request request of a valid row, otherwise null
 * @param fault cause of an invalid row, otherwise null
 */
record ImportRow(
        FileRecord raw,
        @Nullable RequestRow request,
        @Nullable RowFault fault) {

    static ImportRow valid(FileRecord raw, RequestRow request) {
        return new ImportRow(raw, request, null);
    }

    static ImportRow invalid(FileRecord raw, RowFault fault) {
        return new ImportRow(raw, null, fault);
    }

    /** Returns the status that a row gives to its request. */
    static SourceStatus statusOf(RequestRow row) {
        return row.isClosed() ? new SourceStatus(true, row.closedAt()) : new SourceStatus(false, row.updatedAt());
    }
}
