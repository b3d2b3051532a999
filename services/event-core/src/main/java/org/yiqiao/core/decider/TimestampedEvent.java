package org.yiqiao.core.decider;

import java.time.Instant;
import org.yiqiao.contracts.DomainEvent;

/** An event and the time at which it happened; for imported history, that time is long before the recording. */
public record TimestampedEvent<E extends DomainEvent>(E event, Instant time) {}
