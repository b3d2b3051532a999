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
import org.yiqiao.contracts.StaysHome;
import tools.jackson.databind.JsonNode;

class StaysHomeTest {

    static List<EventType> types() {
        return EventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void aRecordWithEveryFieldSetPublishesItsSchemaAndNothingElse(EventType type) {
        DomainEvent event = EveryFieldSet.of(type.record());
        JsonNode schema = EventSchemas.of(type);
        JsonNode json = Json.written(event);
        assertThat(json.toString()).doesNotContain(EveryFieldSet.MARK);
        assertThat(json.propertyNames()).isEqualTo(schema.get("properties").propertyNames());
        assertThat(Validation.errors(schema, json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatStaysHomeIsNullForWhoeverReadsIt(EventType type) {
        JsonNode json = Json.written(EveryFieldSet.of(type.record()));
        DomainEvent read = Json.MAPPER.treeToValue(json, type.record());
        assertThat(read.toString()).doesNotContain(EveryFieldSet.MARK);
        assertThat(Json.written(read)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatStaysHomeIsNullable(EventType type) {
        assertThat(type.record().getRecordComponents())
                .filteredOn(component -> component.getAccessor().isAnnotationPresent(StaysHome.class))
                .allMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    @Test
    void everyKindOfValueStaysHomeInsideOtherRecordsToo() {
        Visit visit = EveryFieldSet.of(Visit.class);
        assertThat(visit.toString().split(EveryFieldSet.MARK, -1)).hasSizeGreaterThan(8);
        assertThat(Json.written(visit)).isEqualTo(Json.MAPPER.readTree("{\"stops\": [{\"number\": 1}]}"));
        JsonNode schema = EventSchemas.of("Visit", Visit.class);
        assertThat(schema.get("properties").propertyNames()).containsExactly("stops");
        assertThat(schema.at("/properties/stops/items/properties").propertyNames())
                .containsExactly("number");
    }

    record Visit(
            List<Stop> stops,
            @StaysHome @Nullable Double length,
            @StaysHome @Nullable List<Stop> left) {}

    record Stop(
            int number,
            @StaysHome @Nullable String door,
            @StaysHome @Nullable Long phone,
            @StaysHome @Nullable Integer age,
            @StaysHome @Nullable Point point) {}
}
