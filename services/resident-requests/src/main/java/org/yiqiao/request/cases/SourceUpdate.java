package org.yiqiao.request.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.core.decider.TimestampedEvent;

/**
 * The effect of the statuses of another system on an imported request.
 *
 * @param effects effect of each status, in their order
 * @param state state after all statuses
 */
public record SourceUpdate(List<Effect> effects, List<TimestampedEvent<CaseEvent>> events, Case state) {

    /** The effect of one status. */
    public enum Effect {
        /** The status is newer and was applied. */
        UPDATED(null),
        /** The request has this status already, or the status is older. */
        UNCHANGED(null),
        /** The status is newer, but people have handled the case here since. */
        HANDLED_HERE("row.handled-here"),
        /** The request is open there and closed here, and the time of reopening is unknown. */
        REOPENING_UNDATED("row.reopening-undated"),
        /** The id belongs to a request with another time of submission. */
        OTHER_REQUEST("row.other-request");

        private final @Nullable String conflict;

        Effect(@Nullable String conflict) {
            this.conflict = conflict;
        }

        /** Returns the code of a status that was not applied because of a conflict, null for every other effect. */
        public @Nullable String conflict() {
            return conflict;
        }
    }
}
