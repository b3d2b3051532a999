package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yiqiao.contracts.EventType;
import tools.jackson.databind.node.ObjectNode;

class PublishedSchemasTest {

    private static final ObjectNode THING = EventSchemas.of("Thing", Thing.class);
    private static final ObjectNode LARGER_THING = EventSchemas.of("Thing", LargerThing.class);
    private static final ObjectNode OTHER_THING = EventSchemas.of("Thing", OtherThing.class);

    static List<EventType> types() {
        return EventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventTypeIsPublishedAsTheCodeHasIt(EventType type) {
        Optional<String> published = PublishedSchemas.text(type);
        assertThat(published)
                .withFailMessage("%s is not published: %s", type.name(), Publication.HOW_TO)
                .isPresent();
        assertThat(published.orElseThrow())
                .as("%s has changed: unless that is a break, %s", type.name(), Publication.HOW_TO)
                .isEqualTo(Json.pretty(EventSchemas.of(type)));
    }

    @Test
    void theCodeBreaksNothingThatIsPublished() {
        assertThat(PublishedSchemas.IN_REPOSITORY.breaks())
                .as("what is published stays as it is; a change that breaks it is a new event type beside it")
                .isEmpty();
    }

    @Test
    void aNewSchemaAndAnAdditionArePublished(@TempDir Path folder) {
        PublishedSchemas schemas = new PublishedSchemas(folder);
        schemas.publish("Thing", THING);
        assertThat(schemas.text("Thing")).contains(Json.pretty(THING));
        schemas.publish("Thing", LARGER_THING);
        assertThat(schemas.text("Thing")).contains(Json.pretty(LARGER_THING));
    }

    @Test
    void aBreakIsNeverPublished(@TempDir Path folder) {
        PublishedSchemas schemas = new PublishedSchemas(folder);
        schemas.publish("Thing", THING);
        schemas.publish("Thing", OTHER_THING);
        assertThat(schemas.text("Thing")).contains(Json.pretty(THING));
    }

    @Test
    void aTypeThatIsNoLongerInTheCodeIsABreak(@TempDir Path folder) {
        PublishedSchemas schemas = new PublishedSchemas(folder);
        schemas.publish("org.yiqiao.grid.ThingMoved.v1", THING);
        assertThat(schemas.breaks()).containsExactly("org.yiqiao.grid.ThingMoved.v1 is lost or renamed");
    }

    record Thing(String name) {}

    record LargerThing(String name, @Nullable Integer size) {}

    record OtherThing(String title) {}
}
