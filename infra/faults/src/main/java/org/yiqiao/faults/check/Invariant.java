package org.yiqiao.faults.check;

import java.util.stream.Stream;

/** A property that every fault leaves intact. */
interface Invariant {

    Stream<Violation> check(SystemSnapshot evidence);
}
