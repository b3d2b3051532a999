package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiqiao.contracts.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventSampleTest {

    static List<EventType> types() {
        return EventType.all();
    }

    static Stream<EventSample> samples() {
        return EventSample.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventTypeHasASample(EventType type) {
        assertThat(EventSample.findByType(type))
                .as("write a sample by hand: %s/%s/1.json", EventSample.FOLDER, type.name())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldAppearsInASample(EventType type) {
        assertThat(EventSample.findByType(type).stream().flatMap(sample -> sample.json().propertyNames().stream()))
                .as("an added field needs a new sample, the next number in %s/%s", EventSample.FOLDER, type.name())
                .containsAll(
                        EventSchemaGenerator.generate(type).get("properties").propertyNames());
    }

    @Test
    void everySampleFolderNamesAnEventType() {
        assertThat(EventSample.list(EventSample.FOLDER))
                .as("a published event type is never removed")
                .allSatisfy(folder -> assertThat(
                                EventType.findByName(folder.getFileName().toString()))
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleIsValid(EventSample sample) {
        String schema = SchemaFolder.readText(sample.type())
                .orElseThrow(() -> new AssertionError(PublicationMode.INSTRUCTIONS));
        assertThat(SchemaValidator.validate(Json.MAPPER.readTree(schema), sample.json()))
                .as("%s", sample)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleSurvivesRoundTrip(EventSample sample) {
        assertThat(Json.toJson(sample.event())).as("%s", sample).isEqualTo(sample.json());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void unknownFieldsOfNewerProducersAreIgnored(EventSample sample) {
        JsonNode newer = sample.json();
        addUnknownFieldToEveryObject(newer);
        assertThat(newer).isNotEqualTo(sample.json());
        assertThat(Json.MAPPER.treeToValue(newer, sample.type().record()))
                .as("%s", sample)
                .isEqualTo(sample.event());
    }

    private static void addUnknownFieldToEveryObject(JsonNode json) {
        json.forEach(EventSampleTest::addUnknownFieldToEveryObject);
        if (json instanceof ObjectNode object) {
            object.putObject("sinceThen").put("value", 1);
        }
    }
}
