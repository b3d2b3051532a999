package org.yiqiao.contracts.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import tools.jackson.databind.JsonNode;

/** A sample of an event as some version of the program published it, written by hand and kept permanently. */
record EventSample(EventType type, Path file) {

    static final Path FOLDER = Path.of("src/main/resources/samples");

    static Stream<EventSample> all() {
        return EventType.all().stream().flatMap(type -> findByType(type).stream());
    }

    static List<EventSample> findByType(EventType type) {
        Path folder = FOLDER.resolve(type.name());
        return Files.isDirectory(folder)
                ? list(folder).stream().map(file -> new EventSample(type, file)).toList()
                : List.of();
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json() {
        return Json.read(file);
    }

    DomainEvent event() {
        return Json.MAPPER.treeToValue(json(), type.record());
    }

    @Override
    public String toString() {
        return FOLDER.relativize(file).toString();
    }
}
