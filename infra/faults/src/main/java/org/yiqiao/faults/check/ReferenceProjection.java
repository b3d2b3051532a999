package org.yiqiao.faults.check;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Computes the expected row of a projection from events, independently of the services' code. */
interface ReferenceProjection {

    Map<String, Object> project(List<TopicRecord> events);

    static Map<String, Object> requestRow(List<TopicRecord> events) {
        Map<String, Object> row = new TreeMap<>();
        for (TopicRecord event : events) {
            JsonNode json = event.payload();
            switch (event.eventName()) {
                case "RequestSubmitted" -> {
                    row.put("service", json.path("service").asString());
                    row.put("path", texts(json.path("path")));
                    row.put("requestedAt", millis(event.time()));
                    row.put("closedAt", "");
                }
                case "RequestRouted" -> row.put("path", texts(json.path("path")));
                case "RequestClosed" -> row.put("closedAt", millis(event.time()));
                case "RequestReopened" -> row.put("closedAt", "");
                default -> {}
            }
        }
        return row;
    }

    static Map<String, Object> knownRequest(List<TopicRecord> events) {
        Map<String, Object> row = new TreeMap<>();
        for (TopicRecord event : events) {
            JsonNode json = event.payload();
            switch (event.eventName()) {
                case "RequestSubmitted" -> {
                    row.put("open", true);
                    row.put("kind", json.path("kind").asString(""));
                    row.put("path", texts(json.path("path")));
                }
                case "RequestRouted" -> row.put("path", texts(json.path("path")));
                case "RequestClassified" -> row.put("kind", json.path("kind").asString(""));
                case "RequestClosed" -> row.put("open", false);
                case "RequestReopened" -> row.put("open", true);
                default -> {}
            }
        }
        return row;
    }

    /** Returns the given fields of a stored row, in the format of the computed rows. */
    static Map<String, Object> comparableFields(@Nullable BsonDocument row, Collection<String> fields) {
        Map<String, Object> comparable = new TreeMap<>();
        for (String field : fields) {
            comparable.put(field, comparableFields(row == null ? BsonNull.VALUE : row.get(field, BsonNull.VALUE)));
        }
        return comparable;
    }

    private static Object comparableFields(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> value.asString().getValue();
            case BOOLEAN -> value.asBoolean().getValue();
            case DATE_TIME -> value.asDateTime().getValue();
            case ARRAY ->
                value.asArray().stream()
                        .map(ReferenceProjection::comparableFields)
                        .toList();
            case NULL -> "";
            default -> value.toString();
        };
    }

    private static List<Object> texts(JsonNode array) {
        return array.valueStream().map(node -> (Object) node.asString()).toList();
    }

    private static Object millis(@Nullable Instant time) {
        return time == null ? "" : time.toEpochMilli();
    }
}
