package org.yiqiao.core.outbox;

import java.util.Locale;

/**
 * The compression of published records. Every Kafka client reads uncompressed and gzip records. The others need native
 * code or further packages in some languages.
 */
public enum RecordCompression {
    NONE,
    GZIP,
    SNAPPY,
    LZ4,
    ZSTD;

    /** Returns the name that Kafka uses for this compression. */
    String kafkaName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
