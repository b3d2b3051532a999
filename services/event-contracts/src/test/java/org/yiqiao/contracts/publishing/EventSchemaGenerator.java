package org.yiqiao.contracts.publishing;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.TypeScope;
import com.github.victools.jsonschema.generator.impl.module.EnumModule;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.UnpublishedField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Generates the JSON Schema 2020-12 of the published fields of a record. The schema allows additional fields. */
final class EventSchemaGenerator {

    private static final String ID_PREFIX = "https://yiqiao.org/schemas/";

    private static final String GROWTH = "Later versions can add values.";

    private static final SchemaGenerator GENERATOR = new SchemaGenerator(config().build());

    private EventSchemaGenerator() {}

    static ObjectNode generate(EventType type) {
        return generate(type.name(), type.record());
    }

    static ObjectNode generate(String name, Class<?> record) {
        ObjectNode generated = GENERATOR.generateSchema(record);
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.set("$schema", generated.get("$schema"));
        schema.put("$id", ID_PREFIX + name + ".json").put("title", record.getSimpleName());
        JavadocReader.CONTRACTS.findText(record).ifPresent(text -> schema.put("description", text));
        schema.setAll(generated);
        addGrowthNote(schema);
        return schema;
    }

    /** Adds a note to the description of every enumeration, because generated clients often refuse unknown values. */
    private static void addGrowthNote(JsonNode schema) {
        schema.forEach(EventSchemaGenerator::addGrowthNote);
        if (schema instanceof ObjectNode object && object.get("enum") instanceof ArrayNode) {
            JsonNode description = object.path("description");
            object.put("description", description.isString() ? description.asString() + " " + GROWTH : GROWTH);
        }
    }

    private static SchemaGeneratorConfigBuilder config() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .without(Option.FLATTENED_ENUMS)
                .with(Option.INLINE_ALL_SCHEMAS, Option.ENUM_KEYWORD_FOR_SINGLE_VALUES)
                .with(Option.STANDARD_FORMATS, Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .with(new EnumModule(
                        constant -> Json.MAPPER.valueToTree(constant).asString()));
        config.forTypesInGeneral().withPropertySorter((_, _) -> 0).withTitleResolver(EventSchemaGenerator::title);
        config.forFields()
                .withIgnoreCheck(field -> field.getRawMember().isAnnotationPresent(UnpublishedField.class))
                .withRequiredCheck(field -> !isNullable(field))
                .withPropertyNameOverrideResolver(EventSchemaGenerator::jsonName)
                .withDescriptionResolver(EventSchemaGenerator::description);
        return config;
    }

    /** Returns the name of a record or enumeration, from which clients name their types; null for other types. */
    private static @Nullable String title(TypeScope scope) {
        Class<?> type = scope.getType().getErasedType();
        return type.isRecord() || type.isEnum() ? type.getSimpleName() : null;
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String jsonName(FieldScope field) {
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? null : property.value();
    }

    /** Returns the description of the field or, without one, the description of its type. */
    private static @Nullable String description(FieldScope field) {
        return JavadocReader.CONTRACTS
                .findText(field.getRawMember().getDeclaringClass(), field.getDeclaredName())
                .filter(_ -> !field.isFakeContainerItemScope())
                .or(() -> JavadocReader.CONTRACTS.findText(field.getType().getErasedType()))
                .orElse(null);
    }
}
