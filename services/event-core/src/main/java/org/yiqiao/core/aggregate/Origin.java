package org.yiqiao.core.aggregate;

import org.jspecify.annotations.Nullable;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.decider.Context;

/**
 * Where a command comes from.
 *
 * @param reach how far whoever gives it may reach with it
 * @param correlation id shared by everything that one cause led to
 * @param causation id of the event that a reaction answers
 * @param trace W3C {@code traceparent}
 * @param key idempotency key of the caller
 * @param source event that a reaction answers
 * @param expected version that the caller decided on (If-Match)
 */
public record Origin(
        String actor,
        Reach reach,
        String correlation,
        @Nullable String causation,
        @Nullable String trace,
        Memory.@Nullable Key key,
        Memory.@Nullable Source source,
        @Nullable Long expected) {

    /** A command that the program itself gives. */
    public static Origin by(String actor, String correlation) {
        return new Origin(actor, Reach.EVERYWHERE, correlation, null, null, null, null, null);
    }

    /** A command that a reaction gives because of an event. */
    public static Origin reaction(String correlation, String causation, Memory.Source source) {
        return new Origin(Context.ANONYMOUS, Reach.EVERYWHERE, correlation, causation, null, null, source, null);
    }

    /** This origin, of somebody who reaches only so far. */
    public Origin within(Reach narrower) {
        return new Origin(actor, narrower, correlation, causation, trace, key, source, expected);
    }

    /** This origin, for a version that the program itself decided on. */
    public Origin withKey(Memory.Key repeatable) {
        return new Origin(actor, reach, correlation, causation, trace, repeatable, source, expected);
    }
}
