package org.yiqiao.standalone;

/** A reason not to start that whoever started it can mend; its message is all that they need. */
public final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
