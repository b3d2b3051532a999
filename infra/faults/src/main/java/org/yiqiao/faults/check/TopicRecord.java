package org.yiqiao.faults.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as it stands in a topic.
 *
 * @param eventKey null if its headers do not tell
 * @param type of the event, empty if its headers do not tell
 * @param time when it happened, null if its headers do not tell
 * @param digest of key, headers and value: equal for records that are equal byte by byte
 */
public record TopicRecord(
        String topic,
        int partition,
        long offset,
        @Nullable EventKey eventKey,
        String type,
        @Nullable Instant time,
        String digest,
        @Nullable String value) {

    /** The type without its package and version, such as {@code RequestClosed}. */
    String eventName() {
        String[] parts = type.split("\\.", -1);
        return parts.length < 2 ? type : parts[parts.length - 2];
    }

    boolean isIdenticalTo(TopicRecord other) {
        return digest.equals(other.digest);
    }

    JsonNode payload() {
        return value == null
                ? JsonMapper.shared().nullNode()
                : JsonMapper.shared().readTree(value);
    }

    Position position() {
        return new Position(topic, partition, offset);
    }

    /** Where a record is kept. */
    public record Position(String topic, int partition, long offset) {

        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }
}
