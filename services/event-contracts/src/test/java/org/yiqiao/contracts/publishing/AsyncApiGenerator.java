package org.yiqiao.contracts.publishing;

import java.nio.file.Path;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Generates the AsyncAPI 3.0 document: topics and messages from the code, everything else from
 * {@code asyncapi-base.yaml}.
 */
final class AsyncApiGenerator {

    static final Path FILE = Path.of("../../docs/asyncapi.yaml");

    private static final String NOTICE =
            "# Generated from the event records and asyncapi-base.yaml in services/event-contracts. Do not edit.\n";
    private static final String SCHEMAS = "../services/event-contracts/src/main/resources/schemas/";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private AsyncApiGenerator() {}

    static String generate() {
        ObjectNode document = (ObjectNode) YAML.readTree(Path.of("src/test/resources/asyncapi-base.yaml"));
        for (PlatformService service : PlatformService.values()) {
            describe(service, document.withObjectProperty("channels").putObject(service.shortName()));
        }
        for (EventType type : EventType.all()) {
            document.at("/channels/" + type.service().shortName() + "/messages")
                    .asObject()
                    .putObject(type.record().getSimpleName())
                    .put("$ref", "#/components/messages/" + type.name());
            describe(type, document.at("/components/messages").asObject().putObject(type.name()));
        }
        return NOTICE + YAML.writeValueAsString(document);
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
        message.putObject("payload").put("$ref", SCHEMAS + type.name() + ".json");
    }
}
