package org.yiqiao.center.live;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiqiao.center.measures.RequestRows;
import org.yiqiao.core.feed.NotNow;
import org.yiqiao.support.spine.Lag;

/** Tells browsers, at most once a second, that there is something new; a comment every 15 s keeps the line open. */
@RestController
class LiveController {

    private static final Logger log = LoggerFactory.getLogger(LiveController.class);
    private static final int SILENT_SECONDS = 15;

    private final LiveFeed feed;
    private final RequestRows rows;
    private final Lag lag;
    private final Clock clock;
    private final Set<SseEmitter> watching = ConcurrentHashMap.newKeySet();
    private long told;
    private boolean behind;
    private int silence;

    LiveController(LiveFeed feed, RequestRows rows, Lag lag, Clock clock) {
        this.feed = feed;
        this.rows = rows;
        this.lag = lag;
        this.clock = clock;
    }

    /**
     * Something has changed.
     *
     * @param events taken so far
     * @param lag events that are still to be taken
     */
    record Changed(long events, long lag, Instant at) {}

    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live() {
        SseEmitter emitter = new SseEmitter(0L);
        emitter.onCompletion(() -> watching.remove(emitter));
        emitter.onTimeout(() -> watching.remove(emitter));
        emitter.onError(ignored -> watching.remove(emitter));
        tell(emitter, now());
        watching.add(emitter);
        return emitter;
    }

    @Scheduled(fixedRate = 1_000)
    void tellAll() {
        long applied = feed.applied();
        if (watching.isEmpty()) {
            return;
        }
        if (applied != told || behind) {
            told = applied;
            silence = 0;
            Changed changed = now();
            behind = changed.lag() > 0;
            watching.forEach(emitter -> tell(emitter, changed));
        } else if (++silence % SILENT_SECONDS == 0) {
            watching.forEach(this::keepOpen);
        }
    }

    @PreDestroy
    void close() {
        watching.forEach(SseEmitter::complete);
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

    private void tell(SseEmitter emitter, Changed changed) {
        send(emitter, SseEmitter.event().name("changed").data(changed, MediaType.APPLICATION_JSON));
    }

    private void keepOpen(SseEmitter emitter) {
        send(emitter, SseEmitter.event().comment("still here"));
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            watching.remove(emitter);
        }
    }
}
