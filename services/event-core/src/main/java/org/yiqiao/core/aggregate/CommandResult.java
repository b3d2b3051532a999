package org.yiqiao.core.aggregate;

import org.yiqiao.core.decider.Rejection;

/** The outcome of a command. */
public sealed interface CommandResult<S> {

    /**
     * @param repeated whether an earlier command with the same idempotency key or source event already had this effect
     */
    record Completed<S>(String id, long version, S state, boolean repeated) implements CommandResult<S> {}

    record Rejected<S>(Rejection rejection) implements CommandResult<S> {}
}
