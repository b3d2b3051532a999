package org.yiqiao.support.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.feed.DeadLetterReplay;
import org.yiqiao.core.feed.Feed;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.support.stream.FeedFunction;
import org.yiqiao.support.web.Refused;

/** What an operator sees and does of the subscribers of a service. */
@RestController
final class FeedOperations {

    private final Map<String, Feed<?, ?>> feeds;
    private final Feeds all;
    private final DeadLetterReplay replay;

    FeedOperations(List<FeedFunction> functions, Feeds all, DeadLetterReplay replay) {
        this.feeds = functions.stream()
                .map(FeedFunction::feed)
                .collect(Collectors.toUnmodifiableMap(feed -> feed.subscriber().name(), Function.identity()));
        this.all = all;
        this.replay = replay;
    }

    /**
     * @param topic that it reads
     * @param parked events of it that wait for a predecessor
     */
    record SubscriberView(String name, String topic, long parked) {}

    @GetMapping("/api/operations/subscribers")
    List<SubscriberView> subscribers() {
        return feeds.values().stream()
                .map(feed -> new SubscriberView(
                        feed.subscriber().name(),
                        feed.subscriber().publisher().topic(),
                        all.parking().count(feed.subscriber().name())))
                .sorted(Comparator.comparing(SubscriberView::name))
                .toList();
    }

    /** Gives a subscriber its dead letters once more. */
    @PostMapping("/api/operations/subscribers/{name}/replay-dead-letters")
    DeadLetterReplay.Report replay(@PathVariable String name) {
        Feed<?, ?> feed = feeds.get(name);
        if (feed == null) {
            throw new Refused(Rejection.notFound("subscriber.unknown").with("name", name));
        }
        return replay.replay(feed);
    }
}
