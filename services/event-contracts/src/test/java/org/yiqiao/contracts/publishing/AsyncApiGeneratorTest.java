package org.yiqiao.contracts.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.EventType;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiGeneratorTest {

    @Test
    void documentMatchesPublishedEvents() {
        checkPublished(AsyncApiGenerator.FILE, AsyncApiGenerator.generate());
    }

    @Test
    void bundledDocumentMatchesPublishedEvents() {
        checkPublished(AsyncApiGenerator.BUNDLED_FILE, AsyncApiGenerator.generateBundled());
    }

    @Test
    void everyMessageHasAnOperationThatSendsIt() {
        JsonNode document = YAMLMapper.shared().readTree(AsyncApiGenerator.generate());

        assertThat(document.at("/operations").valueStream())
                .allSatisfy(operation ->
                        assertThat(operation.get("action").asString()).isEqualTo("send"));
        assertThat(document.at("/operations")
                        .valueStream()
                        .map(operation -> operation.at("/messages/0/$ref").asString()))
                .containsExactlyInAnyOrderElementsOf(EventType.all().stream()
                        .map(type -> "#/channels/" + type.service().shortName() + "/messages/"
                                + type.record().getSimpleName())
                        .toList());
    }

    @Test
    void bundledDocumentRefersToNothingOutside() {
        assertThat(AsyncApiGenerator.generateBundled().lines().filter(line -> line.contains("$ref:")))
                .isNotEmpty()
                .allMatch(line -> line.contains("$ref: \"#/"));
    }

    private static void checkPublished(Path file, String document) {
        if (PublicationMode.ENABLED
                && SchemaFolder.IN_REPOSITORY.findBreakingChanges().isEmpty()) {
            PublicationMode.write(file, document);
        }
        assertThat(file).as(PublicationMode.INSTRUCTIONS).exists();
        assertThat(Json.readText(file)).as(PublicationMode.INSTRUCTIONS).isEqualTo(document);
    }
}
