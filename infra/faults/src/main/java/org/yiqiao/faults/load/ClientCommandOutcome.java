package org.yiqiao.faults.load;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a command.
 *
 * @param key idempotency key
 * @param aggregate id from the response or from the command's address; null if a creation got no response
 * @param event simple name of the resulting event
 * @param version version of the aggregate in the response
 * @param attempts number of attempts with the same key
 */
public record ClientCommandOutcome(
        String key, @Nullable String aggregate, String event, Status status, long version, int attempts) {

    /** The client's knowledge about the effect of a command. */
    public enum Status {
        /** 2xx: the command had exactly one effect. */
        ACKNOWLEDGED,
        /** 4xx: the command had no effect. */
        REFUSED,
        /** No response, or only 5xx, until the caller gave up: the command had one effect or none. */
        UNKNOWN
    }
}
