package org.yiqiao.core.aggregate;

import org.yiqiao.core.decider.Rejection;

/** What became of a command. */
public sealed interface CommandResult<S> {

    /** @param repeated whether an earlier command with the same key or source had already done it */
    record Completed<S>(String id, long version, S state, boolean repeated) implements CommandResult<S> {}

    record Rejected<S>(Rejection rejection) implements CommandResult<S> {}
}
