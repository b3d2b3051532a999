package org.yiqiao.center.live;

import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;

/** A browser that follows what happens, as far as whoever sits before it reaches. */
final class Watcher {

    private final SseEmitter line;
    private final Reach reach;
    private volatile boolean behind;

    Watcher(SseEmitter line, Reach reach) {
        this.line = line;
        this.reach = reach;
    }

    /** Whether it was told last that there is more to come. */
    boolean isBehind() {
        return behind;
    }

    boolean reaches(Belonging touched) {
        return reach.covers(touched);
    }

    /** @return false if nobody listens any more */
    boolean tell(Changed changed) {
        behind = changed.lag() > 0;
        return send(SseEmitter.event().name("changed").data(changed, MediaType.APPLICATION_JSON));
    }

    /** @return false if nobody listens any more */
    boolean keepOpen() {
        return send(SseEmitter.event().comment("still here"));
    }

    void end() {
        line.complete();
    }

    private boolean send(SseEmitter.SseEventBuilder event) {
        try {
            line.send(event);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }
}
