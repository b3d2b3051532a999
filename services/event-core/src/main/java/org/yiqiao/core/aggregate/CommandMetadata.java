package org.yiqiao.core.aggregate;

import org.jspecify.annotations.Nullable;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.decider.DecisionContext;

/**
 * Where a command comes from.
 *
 * @param accessScope how far whoever gives it may reach with it
 * @param correlationId id shared by everything that one cause led to
 * @param causationId id of the event that a reaction answers
 * @param traceParent W3C trace context of the request
 * @param idempotencyKey idempotency key of the caller
 * @param sourceEvent event that a reaction answers
 * @param expectedVersion version that the caller decided on (If-Match)
 */
public record CommandMetadata(
        String actor,
        AccessScope accessScope,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceParent,
        ProcessedCommands.@Nullable IdempotencyKey idempotencyKey,
        ProcessedCommands.@Nullable SourceEvent sourceEvent,
        @Nullable Long expectedVersion) {

    /** A command that the program itself gives. */
    public static CommandMetadata of(String actor, String correlation) {
        return new CommandMetadata(actor, AccessScope.FULL, correlation, null, null, null, null, null);
    }

    /** A command that a reaction gives because of an event. */
    public static CommandMetadata ofReaction(
            String correlation, String causation, ProcessedCommands.SourceEvent source) {
        return new CommandMetadata(
                DecisionContext.ANONYMOUS, AccessScope.FULL, correlation, causation, null, null, source, null);
    }

    /** This origin, of somebody who reaches only so far. */
    public CommandMetadata withAccessScope(AccessScope narrower) {
        return new CommandMetadata(
                actor, narrower, correlationId, causationId, traceParent, idempotencyKey, sourceEvent, expectedVersion);
    }

    /** This origin, for a version that the program itself decided on. */
    public CommandMetadata withIdempotencyKey(ProcessedCommands.IdempotencyKey repeatable) {
        return new CommandMetadata(
                actor, accessScope, correlationId, causationId, traceParent, repeatable, sourceEvent, expectedVersion);
    }
}
