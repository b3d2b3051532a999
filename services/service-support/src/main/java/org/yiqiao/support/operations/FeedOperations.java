package org.yiqiao.support.operations;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.core.feed.DeadLetterReplay;
import org.yiqiao.core.feed.Feed;
import org.yiqiao.core.feed.Feeds;
import org.yiqiao.core.feed.Projection;
import org.yiqiao.core.feed.Reaction;
import org.yiqiao.core.feed.Rebuilds;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.stream.FeedFunction;
import org.yiqiao.support.web.Refused;

/** What an operator sees and does of the subscribers of a service. */
@RestController
final class FeedOperations {

    private final Map<String, Feed<?, ?>> feeds;
    private final Feeds all;
    private final DeadLetterReplay replay;
    private final Rebuilds rebuilds;

    FeedOperations(List<FeedFunction> functions, Feeds all, DeadLetterReplay replay, Rebuilds rebuilds) {
        this.feeds = functions.stream()
                .map(FeedFunction::feed)
                .collect(Collectors.toUnmodifiableMap(feed -> feed.subscriber().name(), Function.identity()));
        this.all = all;
        this.replay = replay;
        this.rebuilds = rebuilds;
    }

    /**
     * @param topic that it reads
     * @param parked events of it that wait for a predecessor
     */
    record SubscriberView(String name, String topic, long parked) {}

    @Requires("feeds.read")
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
    @Requires("feeds.replay")
    @PostMapping("/api/operations/subscribers/{name}/replay-dead-letters")
    DeadLetterReplay.Report replay(@PathVariable String name) {
        return replay.replay(feed(name));
    }

    /** Makes the rows of a projection anew from the log, while it goes on; asked again meanwhile, it leads to the same. */
    @Requires("feeds.rebuild")
    @PostMapping("/api/operations/subscribers/{name}/rebuild")
    ResponseEntity<RebuildView> rebuild(@PathVariable String name) {
        return switch (feed(name).subscriber()) {
            case Projection<?, ?> projection ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/operations/subscribers/" + name + "/rebuild"))
                        .body(RebuildView.of(rebuilds.start(projection)));
            case Reaction<?> reaction ->
                throw new Refused(Rejection.conflict("rebuild.reaction").with("name", reaction.name()));
        };
    }

    /** How far the last rebuild is that this process was asked for. */
    @Requires("feeds.read")
    @GetMapping("/api/operations/subscribers/{name}/rebuild")
    RebuildView rebuildOf(@PathVariable String name) {
        return rebuilds.of(feed(name).subscriber().name())
                .map(RebuildView::of)
                .orElseThrow(
                        () -> new Refused(Rejection.notFound("rebuild.unknown").with("name", name)));
    }

    private Feed<?, ?> feed(String name) {
        Feed<?, ?> feed = feeds.get(name);
        if (feed == null) {
            throw new Refused(Rejection.notFound("subscriber.unknown").with("name", name));
        }
        return feed;
    }
}
