package org.yiqiao.center.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Collects the places of changed rows, so that browsers that display these places are notified. Thread-safe. */
@Component
public class ChangedPlaceCollector {

    private final Set<String> changedPlaces = new HashSet<>();

    private long changeCount;

    /**
     * Records that rows changed.
     *
     * @param rows number of changed rows
     * @param places codes of the places that contain the rows, of every level
     */
    public synchronized void recordChanges(int rows, Collection<String> places) {
        changeCount += rows;
        changedPlaces.addAll(places);
    }

    synchronized long changeCount() {
        return changeCount;
    }

    /**
     * A consistent snapshot of both values. If they were read at different moments, a change could be missed.
     *
     * @param changeCount number of rows changed so far
     * @param places codes of the places with changes since the previous batch
     */
    record ChangeBatch(long changeCount, Set<String> places) {}

    /** Returns the changes and clears the collected places. */
    synchronized ChangeBatch takeChanges() {
        ChangeBatch changes = new ChangeBatch(changeCount, Set.copyOf(changedPlaces));
        changedPlaces.clear();
        return changes;
    }
}
