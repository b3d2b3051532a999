package org.yiqiao.core.aggregate;

import org.jspecify.annotations.Nullable;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.decider.DecisionContext;

/**
 * Describes the origin of a command.
 *
 * @param accessScope aggregates that the command can access
 * @param correlationId id shared by everything that results from one cause
 * @param causationId id of the event that a reaction responds to
 * @param traceParent W3C trace context of the request
 * @param idempotencyKey idempotency key of the caller
 * @param sourceEvent event that a reaction responds to
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

    /** Returns the metadata of a command that the program itself issues. */
    public static CommandMetadata of(String actor, String correlation) {
        return new CommandMetadata(actor, AccessScope.FULL, correlation, null, null, null, null, null);
    }

    /** Returns the metadata of a command that a reaction issues because of an event. */
    public static CommandMetadata ofReaction(
            String correlation, String causation, ProcessedCommands.SourceEvent source) {
        return new CommandMetadata(
                DecisionContext.ANONYMOUS, AccessScope.FULL, correlation, causation, null, null, source, null);
    }

    /** Returns a copy with a narrower access scope. */
    public CommandMetadata withAccessScope(AccessScope narrower) {
        return new CommandMetadata(
                actor, narrower, correlationId, causationId, traceParent, idempotencyKey, sourceEvent, expectedVersion);
    }

    public CommandMetadata withIdempotencyKey(ProcessedCommands.IdempotencyKey key) {
        return new CommandMetadata(
                actor, accessScope, correlationId, causationId, traceParent, key, sourceEvent, expectedVersion);
    }
}
