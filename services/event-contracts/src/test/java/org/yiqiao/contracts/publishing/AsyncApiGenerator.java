package org.yiqiao.contracts.publishing;

import java.nio.file.Path;
import java.util.List;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Generates the AsyncAPI 3.0 document: topics, operations and messages from the code, everything else from
 * {@code asyncapi-base.yaml}. There are two forms. One refers to the schema of each payload, the other contains it, so
 * that a tool needs only this file.
 */
final class AsyncApiGenerator {

    static final Path FILE = Path.of("../../docs/asyncapi.yaml");
    static final Path BUNDLED_FILE = Path.of("../../docs/asyncapi.bundled.yaml");

    private static final String NOTICE =
            "# Generated from the event records and asyncapi-base.yaml in services/event-contracts. Do not edit.\n";
    private static final String SCHEMAS = "../services/event-contracts/src/main/resources/schemas/";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private AsyncApiGenerator() {}

    /** Returns the document that refers to the schemas of the payloads. */
    static String generate() {
        ObjectNode document = describeTopics();
        for (EventType type : EventType.all()) {
            payload(document, type).put("$ref", SCHEMAS + type.name() + ".json");
        }
        return write(document);
    }

    /** Returns the document that contains the schemas of the payloads. */
    static String generateBundled() {
        ObjectNode document = describeTopics();
        for (EventType type : EventType.all()) {
            payload(document, type).put("$ref", "#/components/schemas/" + type.name());
            // Code generators would derive the name of the class from the id, and some tools would try to load it.
            document.at("/components/schemas")
                    .asObject()
                    .set(type.name(), EventSchemaGenerator.generate(type).without(List.of("$schema", "$id")));
        }
        return write(document);
    }

    private static ObjectNode describeTopics() {
        ObjectNode document = (ObjectNode) YAML.readTree(Path.of("src/test/resources/asyncapi-base.yaml"));
        for (PlatformService service : PlatformService.values()) {
            describe(service, document.withObjectProperty("channels").putObject(service.shortName()));
        }
        for (EventType type : EventType.all()) {
            channel(document, type.service())
                    .withObjectProperty("messages")
                    .putObject(type.record().getSimpleName())
                    .put("$ref", "#/components/messages/" + type.name());
            describe(type, document.at("/components/messages").asObject().putObject(type.name()));
            describeOperation(
                    type,
                    document.withObjectProperty("operations")
                            .putObject("send" + type.record().getSimpleName()));
        }
        return document;
    }

    private static String write(ObjectNode document) {
        return NOTICE + YAML.writeValueAsString(document);
    }

    private static ObjectNode channel(ObjectNode document, PlatformService service) {
        return document.at("/channels/" + service.shortName()).asObject();
    }

    private static ObjectNode payload(ObjectNode document, EventType type) {
        return document.at("/components/messages/" + type.name()).asObject().putObject("payload");
    }

    private static void describe(PlatformService service, ObjectNode channel) {
        channel.put("address", service.topic());
        channel.put("summary", "The events of " + service.id() + ", the only producer on this topic.");
        channel.putObject("messages");
        ObjectNode kafka =
                channel.putObject("bindings").putObject("kafka").put("partitions", PlatformService.PARTITION_COUNT);
        kafka.putObject("topicConfiguration").put("retention.ms", -1);
        kafka.put("bindingVersion", "0.5.0");
    }

    private static void describe(EventType type, ObjectNode message) {
        message.put("name", type.name()).put("title", type.record().getSimpleName());
        JavadocReader.CONTRACTS.findText(type.record()).ifPresent(text -> message.put("summary", text));
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
    }

    /** Each message has its own operation, because code generators create one model for each operation. */
    private static void describeOperation(EventType type, ObjectNode operation) {
        String channel = "#/channels/" + type.service().shortName();
        operation.put("action", "send");
        operation.putObject("channel").put("$ref", channel);
        operation.put("summary", type.service().id() + " publishes the event.");
        operation
                .putArray("messages")
                .addObject()
                .put("$ref", channel + "/messages/" + type.record().getSimpleName());
    }
}
