package org.yiqiao.center.live;

import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;

/** A browser that follows what happens, as far as whoever sits before it reaches. */
final class SseSubscriber {

    private final SseEmitter emitter;
    private final AccessScope reach;
    private volatile boolean behind;

    SseSubscriber(SseEmitter line, AccessScope reach) {
        this.emitter = line;
        this.reach = reach;
    }

    /** Whether it was told last that there is more to come. */
    boolean isLagging() {
        return behind;
    }

    boolean canAccess(Ownership touched) {
        return reach.covers(touched);
    }

    /** @return false if nobody listens any more */
    boolean sendNotification(ChangeNotification changed) {
        behind = changed.lag() > 0;
        return send(SseEmitter.event().name("changed").data(changed, MediaType.APPLICATION_JSON));
    }

    /** @return false if nobody listens any more */
    boolean sendKeepAlive() {
        return send(SseEmitter.event().comment("still here"));
    }

    void complete() {
        emitter.complete();
    }

    private boolean send(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
