package org.yiqiao.faults.check;

import java.util.stream.Stream;

/** I11: what a reader has seen of a key never goes back. */
final class ReadersSeeNoWayBack implements Invariant {

    @Override
    public Stream<Violation> check(Evidence evidence) {
        return evidence.sightings().stream().map(sighting -> new Violation("I11", sighting));
    }
}
