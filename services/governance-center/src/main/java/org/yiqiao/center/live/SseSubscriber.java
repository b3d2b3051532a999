package org.yiqiao.center.live;

import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;

/** A browser that receives live notifications for its access scope. */
final class SseSubscriber {

    private final SseEmitter emitter;
    private final AccessScope accessScope;
    private volatile boolean lagging;

    SseSubscriber(SseEmitter emitter, AccessScope accessScope) {
        this.emitter = emitter;
        this.accessScope = accessScope;
    }

    /** Returns whether the last notification reported events not yet processed. */
    boolean isLagging() {
        return lagging;
    }

    /** Returns whether the access scope covers any of the changed places. */
    boolean canAccess(Ownership changedPlaces) {
        return accessScope.covers(changedPlaces);
    }

    /** @return false if the connection is closed */
    boolean sendNotification(ChangeNotification notification) {
        lagging = notification.lag() > 0;
        return send(SseEmitter.event().name("changed").data(notification, MediaType.APPLICATION_JSON));
    }

    /** @return false if the connection is closed */
    boolean sendKeepAlive() {
        return send(SseEmitter.event().comment("keep-alive"));
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
