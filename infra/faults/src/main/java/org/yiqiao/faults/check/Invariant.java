package org.yiqiao.faults.check;

import java.util.stream.Stream;

/** A property that holds after every fault. */
interface Invariant {

    /** Returns the violations in a snapshot. */
    Stream<InvariantViolation> check(SystemSnapshot snapshot);
}
