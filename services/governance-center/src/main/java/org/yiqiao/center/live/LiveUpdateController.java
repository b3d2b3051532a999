package org.yiqiao.center.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.binding.runtime.ConsumerLagReader;
import org.yiqiao.center.statistics.RequestRows;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.processing.RetryLaterException;

/**
 * Tells browsers, at most once a second, that there is something new where they may look; a comment every 15 s keeps the
 * line open. A line lasts ten minutes; then the browser calls again, with the session that it has by then.
 */
@RestController
class LiveUpdateController {

    private static final Logger log = LoggerFactory.getLogger(LiveUpdateController.class);
    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofMinutes(10);

    private final ChangeTracker tracker;
    private final RequestRows rows;
    private final ConsumerLagReader lag;
    private final Clock clock;
    private final Set<SseSubscriber> subscribers = ConcurrentHashMap.newKeySet();
    private long lastChangeCount;
    private int seconds;

    LiveUpdateController(ChangeTracker feed, RequestRows rows, ConsumerLagReader lag, Clock clock) {
        this.tracker = feed;
        this.rows = rows;
        this.lag = lag;
        this.clock = clock;
    }

    @RequiresPermission("live.follow")
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter subscribe(AccessScope reach) {
        SseEmitter emitter = new SseEmitter(CONNECTION_TIMEOUT.toMillis());
        SseSubscriber watcher = new SseSubscriber(emitter, reach);
        emitter.onCompletion(() -> subscribers.remove(watcher));
        emitter.onTimeout(emitter::complete);
        emitter.onError(ignored -> subscribers.remove(watcher));
        watcher.sendNotification(currentNotification());
        subscribers.add(watcher);
        return emitter;
    }

    @Scheduled(fixedRate = 1_000)
    void notifySubscribers() {
        ChangeTracker.ChangeBatch news = tracker.takeChanges();
        Ownership touched = new Ownership(List.copyOf(news.places()));
        boolean isNews = news.changeCount() != lastChangeCount;
        lastChangeCount = news.changeCount();
        List<SseSubscriber> waiting = subscribers.stream()
                .filter(watcher -> watcher.isLagging() || (isNews && watcher.canAccess(touched)))
                .toList();
        if (!waiting.isEmpty()) {
            ChangeNotification changed = currentNotification();
            waiting.stream()
                    .filter(watcher -> !watcher.sendNotification(changed))
                    .forEach(subscribers::remove);
        }
        if (++seconds % KEEP_ALIVE_SECONDS == 0) {
            subscribers.removeIf(watcher -> !watcher.sendKeepAlive());
        }
    }

    /** Before the server waits for what is under way: these lines have no end of their own. */
    @EventListener(ContextClosedEvent.class)
    void closeSubscribers() {
        subscribers.forEach(SseSubscriber::complete);
    }

    private ChangeNotification currentNotification() {
        ConsumerLagReader.ConsumerProgress standing = currentLag();
        return new ChangeNotification(standing.consumed(), standing.remaining(), clock.instant());
    }

    private ConsumerLagReader.ConsumerProgress currentLag() {
        try {
            return lag.read(rows);
        } catch (RetryLaterException e) {
            log.warn("How far the center is behind is not known", e);
            return new ConsumerLagReader.ConsumerProgress(tracker.countChanges(), 0);
        }
    }
}
