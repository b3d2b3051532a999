package org.yiqiao.request.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.CaseEvent;
import org.yiqiao.contracts.CaseEvent.RequestClosed;
import org.yiqiao.contracts.CaseEvent.RequestReopened;
import org.yiqiao.contracts.ClosingBasis;
import org.yiqiao.core.decider.TimestampedEvent;

/**
 * The status of an imported request in the system that issued it.
 *
 * @param closed whether the request is closed in that system
 * @param since time of the closing or of the last change in that system; absent for an open request without such a time
 */
public record SourceStatus(boolean closed, @Nullable Instant since) {

    /** The status of a request that was imported as open. */
    static final SourceStatus OPEN = new SourceStatus(false, null);

    /**
     * Returns whether this status is later than the other one. A status without a time is never later, and any other
     * status is later than it.
     */
    public boolean isNewerThan(SourceStatus other) {
        if (since == null || other.since() == null) {
            return since != null;
        }
        return since.isAfter(other.since()) || (since.equals(other.since()) && closed && !other.closed());
    }

    /** Returns the status that is known after an event. */
    static @Nullable SourceStatus after(
            @Nullable SourceStatus known, TimestampedEvent<? extends CaseEvent> timestamped) {
        return switch (timestamped.event()) {
            case RequestClosed closed
            when closed.basis() == ClosingBasis.IMPORTED -> new SourceStatus(true, timestamped.time());
            case RequestReopened reopened when reopened.reason() == null -> new SourceStatus(false, timestamped.time());
            default -> known;
        };
    }
}
