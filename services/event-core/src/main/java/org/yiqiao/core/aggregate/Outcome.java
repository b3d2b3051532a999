package org.yiqiao.core.aggregate;

import org.yiqiao.core.decider.Rejection;

/** What became of a command. */
public sealed interface Outcome<S> {

    /** @param repeated whether an earlier command with the same key or source had already done it */
    record Done<S>(String id, long version, S state, boolean repeated) implements Outcome<S> {}

    record Refused<S>(Rejection rejection) implements Outcome<S> {}
}
