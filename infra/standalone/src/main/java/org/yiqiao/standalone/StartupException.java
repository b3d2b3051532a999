package org.yiqiao.standalone;

/**
 * Signals a startup failure that the user can correct; the message contains everything that the user needs for this.
 */
public final class StartupException extends RuntimeException {

    StartupException(String message) {
        super(message);
    }

    StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
