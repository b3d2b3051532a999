package org.yiqiao.bench.load;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A clock that all processes of one machine share: microseconds since 1970. */
public final class MicrosecondClock {

    public static final long SECOND = 1_000_000;

    private MicrosecondClock() {}

    public static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * SECOND + now.getNano() / 1_000;
    }

    /** Returns immediately if the time has passed. */
    public static void sleepUntil(long time) {
        for (long left = time - now(); left > 0; left = time - now()) {
            LockSupport.parkNanos(left * 1_000);
        }
    }
}
