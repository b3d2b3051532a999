package org.yiqiao.center.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Notes where rows have changed, so that whoever watches there is told. */
@Component
public class ChangeTracker {

    private final Set<String> touched = new HashSet<>();

    private long applied;

    /**
     * Notes that rows have changed.
     *
     * @param rows how many
     * @param places codes of the places that they lie in, of every level
     */
    public synchronized void countChanges(int rows, Collection<String> places) {
        applied += rows;
        touched.addAll(places);
    }

    synchronized long countChanges() {
        return applied;
    }

    /**
     * What there is to tell, both of the same moment: what is told of one and not of the other would be told to nobody.
     *
     * @param changeCount rows that have changed so far
     * @param places where some have changed since this was asked last
     */
    record ChangeBatch(long changeCount, Set<String> places) {}

    synchronized ChangeBatch takeChanges() {
        ChangeBatch news = new ChangeBatch(applied, Set.copyOf(touched));
        touched.clear();
        return news;
    }
}
