package org.yiqiao.center.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChangeTrackerTest {

    private static final int CHANGES = 100_000;

    private final ChangeTracker feed = new ChangeTracker();

    @Test
    void changedPlaceIsReportedOnce() {
        feed.countChanges(2, List.of("1", "2"));

        assertThat(feed.takeChanges()).isEqualTo(new ChangeTracker.ChangeBatch(2, Set.of("1", "2")));
        assertThat(feed.takeChanges()).isEqualTo(new ChangeTracker.ChangeBatch(2, Set.of()));
    }

    @Test
    void placesAndChangeCountAreConsistent() {
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < CHANGES; i++) {
                feed.countChanges(1, List.of(Integer.toString(i)));
            }
        });
        Set<String> told = new HashSet<>();
        long counted = 0;
        while (counted < CHANGES) {
            ChangeTracker.ChangeBatch news = feed.takeChanges();
            told.addAll(news.places());
            assertThat(told).hasSize((int) news.changeCount());
            counted = news.changeCount();
        }
        changes.join();
    }
}
