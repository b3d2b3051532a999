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

class SchemaFolderTest {

    private static final ObjectNode THING = EventSchemaGenerator.generate("Thing", Thing.class);
    private static final ObjectNode LARGER_THING = EventSchemaGenerator.generate("Thing", LargerThing.class);
    private static final ObjectNode OTHER_THING = EventSchemaGenerator.generate("Thing", OtherThing.class);

    static List<EventType> types() {
        return EventType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEventTypeHasAnUpToDateSchema(EventType type) {
        Optional<String> published = SchemaFolder.readText(type);
        assertThat(published)
                .withFailMessage("%s is not published: %s", type.name(), PublicationMode.INSTRUCTIONS)
                .isPresent();
        assertThat(published.orElseThrow())
                .as("%s has changed; if the change is compatible, %s", type.name(), PublicationMode.INSTRUCTIONS)
                .isEqualTo(Json.prettyPrint(EventSchemaGenerator.generate(type)));
    }

    @Test
    void codeBreaksNoPublishedSchema() {
        assertThat(SchemaFolder.IN_REPOSITORY.findBreakingChanges())
                .as("a breaking change needs a new event type beside the published one")
                .isEmpty();
    }

    @Test
    void newSchemaAndAddedFieldArePublished(@TempDir Path folder) {
        SchemaFolder schemas = new SchemaFolder(folder);
        schemas.publish("Thing", THING);
        assertThat(schemas.readText("Thing")).contains(Json.prettyPrint(THING));
        schemas.publish("Thing", LARGER_THING);
        assertThat(schemas.readText("Thing")).contains(Json.prettyPrint(LARGER_THING));
    }

    @Test
    void breakingChangeIsNotPublished(@TempDir Path folder) {
        SchemaFolder schemas = new SchemaFolder(folder);
        schemas.publish("Thing", THING);
        schemas.publish("Thing", OTHER_THING);
        assertThat(schemas.readText("Thing")).contains(Json.prettyPrint(THING));
    }

    @Test
    void removedTypeIsABreakingChange(@TempDir Path folder) {
        SchemaFolder schemas = new SchemaFolder(folder);
        schemas.publish("org.yiqiao.grid.ThingMoved.v1", THING);
        assertThat(schemas.findBreakingChanges())
                .containsExactly("org.yiqiao.grid.ThingMoved.v1 was removed or renamed");
    }

    record Thing(String name) {}

    record LargerThing(String name, @Nullable Integer size) {}

    record OtherThing(String title) {}
}
