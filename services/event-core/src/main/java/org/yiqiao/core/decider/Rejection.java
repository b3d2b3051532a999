package org.yiqiao.core.decider;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yiqiao.contracts.DomainEvent;

/**
 * A business no.
 *
 * @param code stable and documented, such as {@code case.closed}; the key of its messages in every language
 * @param details named values that the message shows
 */
public record Rejection(Reason reason, String code, Map<String, Object> details) {

    /** The class of a rejection, as far as an edge has to know it. */
    public enum Reason {
        /** The command itself makes no sense. */
        INVALID,
        /** It makes sense, but not in this state. */
        CONFLICT,
        /** Not by this person. */
        FORBIDDEN,
        NOT_FOUND,
        /** The caller decided on an older version. */
        STALE,
        /** Too much is waiting; try later. */
        OVERLOADED
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
