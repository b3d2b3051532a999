package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.UnpublishedField;
import tools.jackson.databind.JsonNode;

class UnpublishedFieldTest {

    static List<EventType> types() {
        return EventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void onlySchemaFieldsArePublished(EventType type) {
        DomainEvent event = FilledRecordFactory.create(type.record());
        JsonNode schema = EventSchemaGenerator.generate(type);
        JsonNode json = Json.toJson(event);
        assertThat(json.toString()).doesNotContain(FilledRecordFactory.UNPUBLISHED_MARKER);
        assertThat(json.propertyNames()).isEqualTo(schema.get("properties").propertyNames());
        assertThat(SchemaValidator.validate(schema, json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void unpublishedFieldsAreNullForConsumers(EventType type) {
        JsonNode json = Json.toJson(FilledRecordFactory.create(type.record()));
        DomainEvent read = Json.MAPPER.treeToValue(json, type.record());
        assertThat(read.toString()).doesNotContain(FilledRecordFactory.UNPUBLISHED_MARKER);
        assertThat(Json.toJson(read)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("types")
    void unpublishedFieldsAreNullable(EventType type) {
        assertThat(type.record().getRecordComponents())
                .filteredOn(component -> component.getAccessor().isAnnotationPresent(UnpublishedField.class))
                .allMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    @Test
    void nestedUnpublishedFieldsAreNotWritten() {
        Visit visit = FilledRecordFactory.create(Visit.class);
        assertThat(visit.toString().split(FilledRecordFactory.UNPUBLISHED_MARKER, -1))
                .hasSizeGreaterThan(8);
        assertThat(Json.toJson(visit)).isEqualTo(Json.MAPPER.readTree("{\"stops\": [{\"number\": 1}]}"));
        JsonNode schema = EventSchemaGenerator.generate("Visit", Visit.class);
        assertThat(schema.get("properties").propertyNames()).containsExactly("stops");
        assertThat(schema.at("/properties/stops/items/properties").propertyNames())
                .containsExactly("number");
    }

    record Visit(
            List<Stop> stops,
            @UnpublishedField @Nullable Double length,
            @UnpublishedField @Nullable List<Stop> left) {}

    record Stop(
            int number,
            @UnpublishedField @Nullable String door,
            @UnpublishedField @Nullable Long phone,
            @UnpublishedField @Nullable Integer age,
            @UnpublishedField @Nullable Point point) {}
}
