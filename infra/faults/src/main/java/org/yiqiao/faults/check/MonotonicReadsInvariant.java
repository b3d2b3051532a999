package org.yiqiao.faults.check;

import java.util.stream.Stream;

/** I11: no reader sees an older state of a key after a newer one. */
final class MonotonicReadsInvariant implements Invariant {

    @Override
    public Stream<InvariantViolation> check(SystemSnapshot snapshot) {
        return snapshot.staleReads().stream().map(staleRead -> new InvariantViolation("I11", staleRead));
    }
}
