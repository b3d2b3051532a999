package org.yiqiao.contracts.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yiqiao.contracts.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A folder of published schemas, one file per event type. */
final class SchemaFolder {

    static final SchemaFolder IN_REPOSITORY = new SchemaFolder(Path.of("src/main/resources/schemas"));

    private static final String SUFFIX = ".json";

    private final Path folder;

    SchemaFolder(Path folder) {
        this.folder = folder;
    }

    /** Returns the text of the published schema. In publication mode, the schema is updated first. */
    static Optional<String> readText(EventType type) {
        if (PublicationMode.ENABLED) {
            IN_REPOSITORY.publish(type.name(), EventSchemaGenerator.generate(type));
        }
        return IN_REPOSITORY.readText(type.name());
    }

    /** Writes the schema if it is new or compatible with the published one; otherwise does nothing. */
    void publish(String name, ObjectNode schema) {
        Optional<String> published = readText(name);
        if (published
                .map(Json.MAPPER::readTree)
                .filter(before -> !SchemaCompatibilityCheck.findBreakingChanges(before, schema)
                        .isEmpty())
                .isEmpty()) {
            PublicationMode.write(file(name), Json.prettyPrint(schema));
        }
    }

    Optional<String> readText(String name) {
        return Optional.of(file(name)).filter(Files::exists).map(Json::readText);
    }

    /** Returns the changes of the current code that break a published schema, one sentence each. */
    List<String> findBreakingChanges() {
        return names().stream().flatMap(this::findBreakingChanges).toList();
    }

    private Stream<String> findBreakingChanges(String name) {
        Optional<EventType> type = EventType.findByName(name);
        if (type.isEmpty()) {
            return Stream.of(name + " was removed or renamed");
        }
        JsonNode published = Json.read(file(name));
        return SchemaCompatibilityCheck.findBreakingChanges(published, EventSchemaGenerator.generate(type.get()))
                .stream()
                .map(found -> name + ": " + found);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
