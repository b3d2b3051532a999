package org.yiqiao.request.intake.imports;

import org.jspecify.annotations.Nullable;
import org.yiqiao.request.cases.SourceUpdate.Effect;

/**
 * The result of one row.
 *
 * @param unrouted whether an imported row has no place in any township
 * @param fault cause of a conflict or a rejection, otherwise null
 */
record RowResult(
        RowOutcome outcome, boolean unrouted, @Nullable RowFault fault) {

    static RowResult imported(boolean unrouted) {
        return new RowResult(RowOutcome.IMPORTED, unrouted, null);
    }

    static RowResult rejected(RowFault fault) {
        return new RowResult(RowOutcome.REJECTED, false, fault);
    }

    static RowResult of(Effect effect) {
        return switch (effect) {
            case UPDATED -> new RowResult(RowOutcome.UPDATED, false, null);
            case UNCHANGED -> new RowResult(RowOutcome.UNCHANGED, false, null);
            case HANDLED_HERE, REOPENING_UNDATED, OTHER_REQUEST ->
                new RowResult(RowOutcome.CONFLICT, false, RowFault.of(String.valueOf(effect.conflict())));
        };
    }
}
