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

    /**
     * What there is to tell, both of the same moment: what is told of one and not of the other would be told to nobody.
     *
     * @param applied rows that have changed so far
     * @param places where some have changed since this was asked last
     */
    record News(long applied, Set<String> places) {}

    synchronized News news() {
        News news = new News(applied, Set.copyOf(touched));
        touched.clear();
        return news;
    }
}
