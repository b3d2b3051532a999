package org.yiqiao.core.aggregate;

import java.util.List;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.privacy.EncryptionState;

/**
 * An aggregate as its document holds it.
 *
 * @param version number of events so far
 * @param ownership what it belonged to when it was written
 * @param outbox the events not yet known to be in Kafka: always the last ones, without gap
 * @param encryptionState how the personal fields of its state were found when it was read
 */
public record StoredAggregate<S>(
        String id,
        long version,
        S state,
        Ownership ownership,
        List<PendingEvent> outbox,
        ProcessedCommands processedCommands,
        EncryptionState encryptionState) {}
