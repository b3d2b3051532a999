package org.yiqiao.standalone;

/** A reason not to start that whoever started it can mend; its message is all that they need. */
public final class StartupException extends RuntimeException {

    StartupException(String message) {
        super(message);
    }

    StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
