package org.yiqiao.core.aggregate;

import java.util.List;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.privacy.EncryptionState;

/**
 * An aggregate as stored in its document.
 *
 * @param version number of events so far
 * @param ownership owners at the time of the write
 * @param outbox events not yet known to be in Kafka: always the last ones, without gaps
 * @param encryptionState encryption state of the personal fields, as determined when the aggregate was read
 */
public record StoredAggregate<S>(
        String id,
        long version,
        S state,
        Ownership ownership,
        List<PendingEvent> outbox,
        ProcessedCommands processedCommands,
        EncryptionState encryptionState) {}
