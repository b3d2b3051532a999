package org.yiqiao.faults.check;

import java.util.stream.Stream;

/** I11: what a reader has seen of a key never goes back. */
final class MonotonicReadsInvariant implements Invariant {

    @Override
    public Stream<Violation> check(SystemSnapshot evidence) {
        return evidence.staleReads().stream().map(sighting -> new Violation("I11", sighting));
    }
}
