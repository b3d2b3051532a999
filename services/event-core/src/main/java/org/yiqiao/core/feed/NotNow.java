package org.yiqiao.core.feed;

/** Something is overloaded or away for now; the event is to be delivered again. */
public final class NotNow extends RuntimeException {

    public NotNow(String message) {
        super(message);
    }
}
