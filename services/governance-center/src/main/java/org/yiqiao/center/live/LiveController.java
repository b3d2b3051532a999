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
import org.yiqiao.center.measures.RequestRows;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.feed.NotNow;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.spine.Lag;

/**
 * Tells browsers, at most once a second, that there is something new where they may look; a comment every 15 s keeps the
 * line open. A line lasts ten minutes; then the browser calls again, with the session that it has by then.
 */
@RestController
class LiveController {

    private static final Logger log = LoggerFactory.getLogger(LiveController.class);
    private static final int SILENT_SECONDS = 15;
    private static final Duration LINE = Duration.ofMinutes(10);

    private final LiveFeed feed;
    private final RequestRows rows;
    private final Lag lag;
    private final Clock clock;
    private final Set<Watcher> watching = ConcurrentHashMap.newKeySet();
    private long told;
    private int seconds;

    LiveController(LiveFeed feed, RequestRows rows, Lag lag, Clock clock) {
        this.feed = feed;
        this.rows = rows;
        this.lag = lag;
        this.clock = clock;
    }

    @Requires("live.follow")
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(Reach reach) {
        SseEmitter emitter = new SseEmitter(LINE.toMillis());
        Watcher watcher = new Watcher(emitter, reach);
        emitter.onCompletion(() -> watching.remove(watcher));
        emitter.onTimeout(emitter::complete);
        emitter.onError(ignored -> watching.remove(watcher));
        watcher.tell(now());
        watching.add(watcher);
        return emitter;
    }

    @Scheduled(fixedRate = 1_000)
    void tellAll() {
        LiveFeed.News news = feed.news();
        Belonging touched = new Belonging(List.copyOf(news.places()));
        boolean isNews = news.applied() != told;
        told = news.applied();
        List<Watcher> waiting = watching.stream()
                .filter(watcher -> watcher.isBehind() || (isNews && watcher.reaches(touched)))
                .toList();
        if (!waiting.isEmpty()) {
            Changed changed = now();
            waiting.stream().filter(watcher -> !watcher.tell(changed)).forEach(watching::remove);
        }
        if (++seconds % SILENT_SECONDS == 0) {
            watching.removeIf(watcher -> !watcher.keepOpen());
        }
    }

    /** Before the server waits for what is under way: these lines have no end of their own. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        watching.forEach(Watcher::end);
    }

    private Changed now() {
        Lag.Standing standing = standing();
        return new Changed(standing.taken(), standing.left(), clock.instant());
    }

    private Lag.Standing standing() {
        try {
            return lag.of(rows);
        } catch (NotNow e) {
            log.warn("How far the center is behind is not known", e);
            return new Lag.Standing(feed.applied(), 0);
        }
    }
}
