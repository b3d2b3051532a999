package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Point;
import org.yiqiao.contracts.UnpublishedField;
import tools.jackson.databind.JsonNode;

class EventSchemaGeneratorTest {

    private static final JsonNode PATROL = EventSchemaGenerator.generate("org.yiqiao.grid.Patrol.v1", Patrol.class);

    enum TravelMode {
        @JsonProperty("on-foot")
        ON_FOOT,
        BICYCLE
    }

    record Patrol(
            String grid,
            int steps,
            @Nullable Long bytes,
            double metres,
            boolean finished,
            @Nullable Instant since,
            TravelMode pace,
            @JsonProperty("route") List<Point> points,
            @UnpublishedField @Nullable String notes) {}

    private static JsonNode field(String name) {
        return PATROL.get("properties").get(name);
    }

    @Test
    void schemaHasNameAndDialect() {
        assertThat(PATROL.get("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(PATROL.get("$id").asString()).isEqualTo("https://yiqiao.org/schemas/org.yiqiao.grid.Patrol.v1.json");
        assertThat(PATROL.get("title").asString()).isEqualTo("Patrol");
    }

    @Test
    void fieldsFollowJsonNamesAndRecordOrder() {
        assertThat(PATROL.get("properties").propertyNames())
                .containsExactly("grid", "steps", "bytes", "metres", "finished", "since", "pace", "route");
    }

    @Test
    void nonNullableFieldsAreRequired() {
        assertThat(PATROL.get("required").valueStream().map(JsonNode::asString))
                .containsExactly("grid", "steps", "metres", "finished", "pace", "route");
    }

    @Test
    void enumValuesMatchJson() {
        assertThat(field("pace").get("enum").valueStream().map(JsonNode::asString))
                .containsExactly("on-foot", "BICYCLE");
    }

    @Test
    void typesDistinguishTextNumbersAndTimes() {
        assertThat(field("grid").toString()).isEqualTo("{\"type\":\"string\"}");
        assertThat(field("steps").toString()).isEqualTo("{\"type\":\"integer\",\"format\":\"int32\"}");
        assertThat(field("bytes").toString()).isEqualTo("{\"type\":\"integer\",\"format\":\"int64\"}");
        assertThat(field("metres").toString()).isEqualTo("{\"type\":\"number\",\"format\":\"double\"}");
        assertThat(field("finished").toString()).isEqualTo("{\"type\":\"boolean\"}");
        assertThat(field("since").toString()).isEqualTo("{\"type\":\"string\",\"format\":\"date-time\"}");
        assertThat(field("route").at("/items/properties").propertyNames()).containsExactly("lat", "long");
    }

    @Test
    void nestedRecordsAndEnumerationsHaveTheNameOfTheirClass() {
        assertThat(field("pace").get("title").asString()).isEqualTo("TravelMode");
        assertThat(field("route").at("/items/title").asString()).isEqualTo("Point");
    }

    @Test
    void enumerationsSayThatTheyCanGrow() {
        assertThat(field("pace").get("description").asString()).isEqualTo("Later versions can add values.");
    }

    @Test
    void descriptionsComeFromJavadoc() {
        assertThat(field("route").at("/items/description").asString())
                .isEqualTo("A position: latitude and longitude in degrees (WGS 84).");
    }

    @Test
    void additionalFieldsAreAllowed() {
        assertThat(PATROL.findValue("additionalProperties")).isNull();
    }
}
