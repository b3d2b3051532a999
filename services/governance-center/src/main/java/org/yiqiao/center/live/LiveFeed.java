package org.yiqiao.center.live;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Notes that rows have changed, so that whoever watches is told. */
@Component
public class LiveFeed {

    private final AtomicLong applied = new AtomicLong();

    /** @param rows how many were touched */
    public void applied(int rows) {
        applied.addAndGet(rows);
    }

    long applied() {
        return applied.get();
    }
}
