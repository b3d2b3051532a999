package org.yiqiao.faults.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record of a topic.
 *
 * @param eventKey key of the event; null if the headers do not contain it
 * @param type type of the event; empty if the headers do not contain it
 * @param time time of the event; null if the headers do not contain it
 * @param digest digest of key, headers and value; equal for byte-identical records
 */
public record TopicRecord(
        String topic,
        int partition,
        long offset,
        @Nullable EventIdentity eventKey,
        String type,
        @Nullable Instant time,
        String digest,
        @Nullable String value) {

    /** Returns the type without package and version, such as {@code RequestClosed}. */
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

    /** The position of a record. */
    public record Position(String topic, int partition, long offset) {

        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }
}
