package org.yiqiao.core.decider;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yiqiao.contracts.DomainEvent;

/**
 * A refusal of a command by a business rule.
 *
 * @param code stable and documented code, such as {@code case.closed}; the key of its messages in every language
 * @param details named values that the message shows
 */
public record Rejection(Reason reason, String code, Map<String, Object> details) {

    /** The category of a rejection; an endpoint needs no further detail to choose its response. */
    public enum Reason {
        /** The request cannot be read as the input that its endpoint takes. */
        MALFORMED,
        /** The command can be read, but a value or a rule refuses it in every state. */
        INVALID,
        /** The command is valid, but not in this state. */
        CONFLICT,
        /** The caller is not allowed to issue the command. */
        FORBIDDEN,
        NOT_FOUND,
        /** The caller decided on an older version. */
        STALE,
        /** Too much is waiting; retry later. */
        OVERLOADED
    }

    public static Rejection malformed(String code) {
        return new Rejection(Reason.MALFORMED, code, Map.of());
    }

    public static Rejection invalid(String code) {
        return new Rejection(Reason.INVALID, code, Map.of());
    }

    public static Rejection conflict(String code) {
        return new Rejection(Reason.CONFLICT, code, Map.of());
    }

    public static Rejection forbidden(String code) {
        return new Rejection(Reason.FORBIDDEN, code, Map.of());
    }

    public static Rejection notFound(String code) {
        return new Rejection(Reason.NOT_FOUND, code, Map.of());
    }

    public static Rejection stale(long version) {
        return new Rejection(Reason.STALE, "version.stale", Map.of("version", version));
    }

    public static Rejection overloaded(String code) {
        return new Rejection(Reason.OVERLOADED, code, Map.of());
    }

    public Rejection withDetail(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Rejection(reason, code, more);
    }

    public <E extends DomainEvent> Decision<E> toDecision() {
        return new Decision.Rejected<>(this);
    }
}
