package org.yiqiao.core.decider;

import java.time.Instant;
import org.yiqiao.contracts.DomainEvent;

/** An event and when it happened; for imported history that is long before it was recorded. */
public record TimestampedEvent<E extends DomainEvent>(E event, Instant time) {}
