package org.yiqiao.faults.load;

import org.jspecify.annotations.Nullable;

/**
 * What became of a command.
 *
 * @param key its idempotency key
 * @param aggregate id that it was answered for, or addressed to; null if a creation was never answered
 * @param event simple name of the event that it leads to
 * @param version of the aggregate in the answer
 * @param attempts with the same key
 */
public record CommandOutcome(
        String key, @Nullable String aggregate, String event, Status status, long version, int attempts) {

    /** How a command ended. */
    public enum Status {
        /** 2xx: it had exactly one effect. */
        ACKNOWLEDGED,
        /** 4xx: it had none. */
        REFUSED,
        /** No answer, or 5xx, until the caller gave up: it had one effect or none. */
        UNKNOWN
    }
}
