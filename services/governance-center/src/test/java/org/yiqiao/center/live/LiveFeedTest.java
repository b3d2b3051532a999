package org.yiqiao.center.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LiveFeedTest {

    private static final int CHANGES = 100_000;

    private final LiveFeed feed = new LiveFeed();

    @Test
    void aPlaceIsToldOnce() {
        feed.applied(2, List.of("1", "2"));

        assertThat(feed.news()).isEqualTo(new LiveFeed.News(2, Set.of("1", "2")));
        assertThat(feed.news()).isEqualTo(new LiveFeed.News(2, Set.of()));
    }

    @Test
    void noPlaceIsToldBeforeItsChangeIsCounted() {
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < CHANGES; i++) {
                feed.applied(1, List.of(Integer.toString(i)));
            }
        });
        Set<String> told = new HashSet<>();
        long counted = 0;
        while (counted < CHANGES) {
            LiveFeed.News news = feed.news();
            told.addAll(news.places());
            assertThat(told).hasSize((int) news.applied());
            counted = news.applied();
        }
        changes.join();
    }
}
