package org.yiqiao.core.envelope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.core.aggregate.Jurisdiction;

/**
 * A domain event as received by a consumer.
 *
 * @param id {@code <aggregateId>-<seq>}, the same for every resend
 * @param subject id of the aggregate
 * @param seq 1, 2, 3… within the aggregate
 * @param time time at which the event happened
 * @param recorded time at which the event was recorded
 * @param correlationId id shared by everything that results from one cause
 */
public record EventEnvelope<E extends DomainEvent>(
        String id,
        String subject,
        long seq,
        Instant time,
        Instant recorded,
        Jurisdiction jurisdiction,
        String correlationId,
        @Nullable String traceParent,
        E event) {}
