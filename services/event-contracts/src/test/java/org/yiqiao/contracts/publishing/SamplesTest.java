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

class SamplesTest {

    static List<EventType> types() {
        return EventType.all();
    }

    static Stream<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventTypeHasASample(EventType type) {
        assertThat(Sample.of(type))
                .as("write one by hand: %s/%s/1.json", Sample.FOLDER, type.name())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsInASample(EventType type) {
        assertThat(Sample.of(type).stream().flatMap(sample -> sample.json().propertyNames().stream()))
                .as("a field that was added has a sample of its own, the next in %s/%s", Sample.FOLDER, type.name())
                .containsAll(EventSchemas.of(type).get("properties").propertyNames());
    }

    @Test
    void everySampleIsOfAnEventType() {
        assertThat(Sample.list(Sample.FOLDER))
                .as("a type that was ever published stays")
                .allSatisfy(folder -> assertThat(
                                EventType.named(folder.getFileName().toString()))
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsValid(Sample sample) {
        String schema = PublishedSchemas.text(sample.type()).orElseThrow(() -> new AssertionError(Publication.HOW_TO));
        assertThat(Validation.errors(Json.MAPPER.readTree(schema), sample.json()))
                .as("%s", sample)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleThatIsReadAndWrittenAgainHasLostNothing(Sample sample) {
        assertThat(Json.written(sample.event())).as("%s", sample).isEqualTo(sample.json());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleFromANewerProducerIsReadAsIfItHadNothingNew(Sample sample) {
        JsonNode newer = sample.json();
        addSomethingToEveryObject(newer);
        assertThat(newer).isNotEqualTo(sample.json());
        assertThat(Json.MAPPER.treeToValue(newer, sample.type().record()))
                .as("%s", sample)
                .isEqualTo(sample.event());
    }

    private static void addSomethingToEveryObject(JsonNode json) {
        json.forEach(SamplesTest::addSomethingToEveryObject);
        if (json instanceof ObjectNode object) {
            object.putObject("sinceThen").put("value", 1);
        }
    }
}
