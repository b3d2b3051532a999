package org.yiqiao.center.live;

import io.swagger.v3.oas.annotations.tags.Tag;
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
 * Notifies browsers, at most once a second, of changes inside their access scope. A comment every 15 s keeps the
 * connection open. A connection lasts ten minutes; then the browser connects again with its current session.
 */
@RestController
@Tag(name = "Figures")
class LiveUpdateController {

    private static final Logger log = LoggerFactory.getLogger(LiveUpdateController.class);
    private static final int KEEP_ALIVE_SECONDS = 15;
    private static final Duration CONNECTION_TIMEOUT = Duration.ofMinutes(10);

    private final ChangedPlaceCollector tracker;
    private final RequestRows rows;
    private final ConsumerLagReader lagReader;
    private final Clock clock;
    private final Set<SseSubscriber> subscribers = ConcurrentHashMap.newKeySet();
    private long lastChangeCount;
    private int elapsedSeconds;

    LiveUpdateController(ChangedPlaceCollector tracker, RequestRows rows, ConsumerLagReader lagReader, Clock clock) {
        this.tracker = tracker;
        this.rows = rows;
        this.lagReader = lagReader;
        this.clock = clock;
    }

    /**
     * Streams a notification when figures in the access scope have changed, at most once a second. The data of each
     * event is JSON: the number of processed events, the number not yet processed, and the time.
     */
    @RequiresPermission("live.follow")
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter subscribe(AccessScope accessScope) {
        SseEmitter emitter = new SseEmitter(CONNECTION_TIMEOUT.toMillis());
        SseSubscriber subscriber = new SseSubscriber(emitter, accessScope);
        emitter.onCompletion(() -> subscribers.remove(subscriber));
        emitter.onTimeout(emitter::complete);
        emitter.onError(ignored -> subscribers.remove(subscriber));
        subscriber.sendNotification(currentNotification());
        subscribers.add(subscriber);
        return emitter;
    }

    @Scheduled(fixedRate = 1_000)
    void notifySubscribers() {
        ChangedPlaceCollector.ChangeBatch changes = tracker.takeChanges();
        Ownership changedPlaces = new Ownership(List.copyOf(changes.places()));
        boolean hasChanges = changes.changeCount() != lastChangeCount;
        lastChangeCount = changes.changeCount();
        List<SseSubscriber> recipients = subscribers.stream()
                .filter(subscriber -> subscriber.isLagging() || (hasChanges && subscriber.canAccess(changedPlaces)))
                .toList();
        if (!recipients.isEmpty()) {
            ChangeNotification notification = currentNotification();
            recipients.stream()
                    .filter(subscriber -> !subscriber.sendNotification(notification))
                    .forEach(subscribers::remove);
        }
        if (++elapsedSeconds % KEEP_ALIVE_SECONDS == 0) {
            subscribers.removeIf(subscriber -> !subscriber.sendKeepAlive());
        }
    }

    /** Closes the connections before the server waits for active requests, because they would not end in time. */
    @EventListener(ContextClosedEvent.class)
    void closeSubscribers() {
        subscribers.forEach(SseSubscriber::complete);
    }

    private ChangeNotification currentNotification() {
        ConsumerLagReader.ConsumerProgress progress = currentProgress();
        return new ChangeNotification(progress.consumed(), progress.remaining(), clock.instant());
    }

    private ConsumerLagReader.ConsumerProgress currentProgress() {
        try {
            return lagReader.read(rows);
        } catch (RetryLaterException e) {
            log.warn("The lag of the center is unknown", e);
            return new ConsumerLagReader.ConsumerProgress(tracker.changeCount(), 0);
        }
    }
}
