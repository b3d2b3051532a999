package org.yiqiao.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.EventType;

/** The tools for AsyncAPI understand the document, and its bundled form by itself. */
class AsyncApiToolsTest {

    private static final Path DOCUMENT = Path.of("../../docs/asyncapi.bundled.yaml");
    private static final Path SAMPLES = Path.of("../../services/event-contracts/src/main/resources/samples");

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @TempDir
    private Path folder;

    @Test
    void officialParserAcceptsTheBundledDocumentByItself() throws Exception {
        assertAccepted(Files.copy(DOCUMENT, folder.resolve("asyncapi.yaml")));
    }

    @Test
    void officialParserAcceptsTheDocumentWithItsSchemas() throws Exception {
        assertAccepted(DOCUMENT.resolveSibling("asyncapi.yaml").toRealPath());
    }

    private static void assertAccepted(Path document) throws IOException, InterruptedException {
        Path packages = NodePackages.install();

        assertThat(new ExternalProgram(packages, "node", "parse-asyncapi.mjs", document.toString()).run())
                .contains(EventType.all().size() + " operations")
                .doesNotContain("error");
    }

    @Test
    void modelinaModelsReadAndWriteEverySample() throws Exception {
        Path packages = NodePackages.install();
        Path copy = Files.copy(DOCUMENT, folder.resolve("asyncapi.yaml"));
        Path sources = folder.resolve("models");
        new ExternalProgram(packages, "node", "generate-models.mjs", copy.toString(), sources.toString()).run();
        Path classes = GeneratedSources.compile(sources, folder.resolve("classes"));

        try (URLClassLoader models =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            for (EventType type : EventType.all()) {
                Class<?> model =
                        models.loadClass("org.example.events." + type.record().getSimpleName());
                assertThat(samples(type)).isNotEmpty().allSatisfy(sample -> {
                    JsonNode event = JSON.readTree(sample.toFile());
                    JsonNode written = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(event, model)));
                    assertThat(written).as("%s", sample).isEqualTo(event);
                });
            }
        }
    }

    private static List<Path> samples(EventType type) throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(type.name()))) {
            return files.sorted().toList();
        }
    }
}
