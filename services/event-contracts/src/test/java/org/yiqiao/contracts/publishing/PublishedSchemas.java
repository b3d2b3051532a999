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
final class PublishedSchemas {

    static final PublishedSchemas IN_REPOSITORY = new PublishedSchemas(Path.of("src/main/resources/schemas"));

    private static final String SUFFIX = ".json";

    private final Path folder;

    PublishedSchemas(Path folder) {
        this.folder = folder;
    }

    /** The published schema's text; if this run publishes, it is first brought up to date. */
    static Optional<String> text(EventType type) {
        if (Publication.IS_WANTED) {
            IN_REPOSITORY.publish(type.name(), EventSchemas.of(type));
        }
        return IN_REPOSITORY.text(type.name());
    }

    /** Writes a schema that is new or that breaks nothing; an incompatible one is left unpublished. */
    void publish(String name, ObjectNode schema) {
        Optional<String> published = text(name);
        if (published
                .map(Json.MAPPER::readTree)
                .filter(before -> !SchemaBreaks.between(before, schema).isEmpty())
                .isEmpty()) {
            Publication.write(file(name), Json.pretty(schema));
        }
    }

    Optional<String> text(String name) {
        return Optional.of(file(name)).filter(Files::exists).map(Json::text);
    }

    /** What the code, as it is, would break: one sentence each. */
    List<String> breaks() {
        return names().stream().flatMap(this::breaks).toList();
    }

    private Stream<String> breaks(String name) {
        Optional<EventType> type = EventType.named(name);
        if (type.isEmpty()) {
            return Stream.of(name + " is lost or renamed");
        }
        JsonNode published = Json.read(file(name));
        return SchemaBreaks.between(published, EventSchemas.of(type.get())).stream()
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
