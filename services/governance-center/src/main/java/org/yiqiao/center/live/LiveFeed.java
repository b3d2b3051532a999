package org.yiqiao.center.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Notes where rows have changed, so that whoever watches there is told. */
@Component
public class LiveFeed {

    private final Set<String> touched = new HashSet<>();

    private long applied;

    /**
     * Notes that rows have changed.
     *
     * @param rows how many
     * @param places codes of the places that they lie in, of every level
     */
    public synchronized void applied(int rows, Collection<String> places) {
        applied += rows;
        touched.addAll(places);
    }

    synchronized long applied() {
        return applied;
    }

    /** The places where something has changed since this was asked last. */
    synchronized Set<String> taken() {
        Set<String> taken = Set.copyOf(touched);
        touched.clear();
        return taken;
    }
}
