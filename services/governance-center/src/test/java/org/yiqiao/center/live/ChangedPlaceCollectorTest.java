package org.yiqiao.center.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChangedPlaceCollectorTest {

    private static final int CHANGES = 100_000;

    private final ChangedPlaceCollector tracker = new ChangedPlaceCollector();

    @Test
    void changedPlaceIsReportedOnce() {
        tracker.recordChanges(2, List.of("1", "2"));

        assertThat(tracker.takeChanges()).isEqualTo(new ChangedPlaceCollector.ChangeBatch(2, Set.of("1", "2")));
        assertThat(tracker.takeChanges()).isEqualTo(new ChangedPlaceCollector.ChangeBatch(2, Set.of()));
    }

    @Test
    void placesAndChangeCountAreConsistent() {
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < CHANGES; i++) {
                tracker.recordChanges(1, List.of(Integer.toString(i)));
            }
        });
        Set<String> reportedPlaces = new HashSet<>();
        long reportedChanges = 0;
        while (reportedChanges < CHANGES) {
            ChangedPlaceCollector.ChangeBatch batch = tracker.takeChanges();
            reportedPlaces.addAll(batch.places());
            assertThat(reportedPlaces).hasSize((int) batch.changeCount());
            reportedChanges = batch.changeCount();
        }
        changes.join();
    }
}
