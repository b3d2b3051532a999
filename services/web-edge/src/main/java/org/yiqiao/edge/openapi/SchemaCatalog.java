package org.yiqiao.edge.openapi;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.yiqiao.edge.openapi.JsonProperties.Property;
import org.yiqiao.edge.web.AggregateView;
import org.yiqiao.edge.web.Page;
import tools.jackson.databind.json.JsonMapper;

/**
 * The named schemas of one document. Records and enumerations have a schema of their own, under their simple name.
 *
 * <p>A component is required unless it is {@code @Nullable}. Responses omit null, so no schema allows it, except where
 * a record writes null on purpose.
 */
final class SchemaCatalog {

    private static final String REF = "#/components/schemas/";

    private static final Pattern VIEW = Pattern.compile("View$");

    private static final Map<Class<?>, String[]> SCALARS = scalars();

    private final JsonMapper json;
    private final Map<String, Schema<?>> schemas = new TreeMap<>();
    private final Map<String, ResolvableType> types = new HashMap<>();

    SchemaCatalog(JsonMapper json) {
        this.json = json;
    }

    Map<String, Schema<?>> schemas() {
        return schemas;
    }

    /** Returns the schema of a type: a reference if the type has a named schema. */
    Schema<?> schemaOf(ResolvableType type) {
        Class<?> raw = type.toClass();
        String[] scalar = SCALARS.get(raw);
        if (scalar != null) {
            return scalar(scalar);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return typed("array").items(schemaOf(type.as(Collection.class).getGeneric(0)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return typed("object")
                    .additionalProperties(schemaOf(type.as(Map.class).getGeneric(1)));
        }
        if (raw.isRecord() || raw.isEnum()) {
            return referenceTo(type);
        }
        return new JsonSchema();
    }

    /** Returns the schema of the body of a request, which refuses unknown fields. */
    Schema<?> requestSchemaOf(ResolvableType type) {
        Schema<?> schema = schemaOf(type);
        refuseUnknownFields(schema);
        return schema;
    }

    /** Adds a schema under a name. */
    void add(String name, Schema<?> schema) {
        schemas.put(name, schema);
    }

    static Schema<?> reference(String name) {
        Schema<?> reference = new JsonSchema();
        reference.set$ref(REF + name);
        return reference;
    }

    static Schema<?> typed(String type) {
        Schema<?> schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private Schema<?> referenceTo(ResolvableType type) {
        String name = name(type);
        ResolvableType known = types.putIfAbsent(name, type);
        if (known == null) {
            schemas.put(name, type.toClass().isEnum() ? enumeration(type.toClass()) : object(type));
        } else if (!known.toString().equals(type.toString())) {
            throw new IllegalStateException(
                    "The schema name " + name + " stands for " + known + " and for " + type + "; rename one");
        }
        return reference(name);
    }

    /** Returns the simple name without "View". An aggregate has the name of its state, and a page that of its items. */
    private static String name(ResolvableType type) {
        Class<?> raw = type.toClass();
        if (raw == AggregateView.class) {
            return name(type.getGeneric(0));
        }
        if (raw == Page.class) {
            return name(type.getGeneric(0)) + "Page";
        }
        return VIEW.matcher(raw.getSimpleName()).replaceFirst("");
    }

    private Schema<?> object(ResolvableType record) {
        Schema<?> schema = typed("object");
        describe(
                schema,
                JavadocText.ofType(
                        record.toClass() == AggregateView.class
                                ? record.getGeneric(0).toClass()
                                : record.toClass()));
        List<String> required = new ArrayList<>();
        JsonProperties.of(record).forEach(property -> {
            schema.addProperty(property.name(), propertySchema(property));
            if (!property.isNullable() || property.isNullWritten()) {
                required.add(property.name());
            }
        });
        schema.setRequired(required.isEmpty() ? null : required);
        return schema;
    }

    private Schema<?> propertySchema(Property property) {
        Schema<?> schema = constrained(property.type(), property.annotations());
        if (property.isNullable() && property.isNullWritten()) {
            schema = orNull(schema);
        }
        describe(schema, property.description());
        return schema;
    }

    /** Returns the schema of a type with the constraints of an element. */
    Schema<?> constrained(ResolvableType type, AnnotatedElement element) {
        Schema<?> schema = schemaOf(type);
        Constraints.apply(element, schema);
        return schema;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() == null) {
            schema.addType("null");
            return schema;
        }
        Schema<?> either = new JsonSchema();
        either.addAnyOfItem(schema);
        either.addAnyOfItem(typed("null"));
        return either;
    }

    private Schema<?> enumeration(Class<?> type) {
        Schema<Object> schema = new JsonSchema();
        schema.addType("string");
        Enum<?>[] constants = Objects.requireNonNull((Enum<?>[]) type.getEnumConstants());
        schema.setEnum(Arrays.stream(constants).<Object>map(this::wireName).toList());
        String meanings = Arrays.stream(constants)
                .flatMap(constant -> JavadocText.ofConstant(constant).stream()
                        .map(text -> "- `" + wireName(constant) + "`: " + text))
                .collect(Collectors.joining("\n"));
        describe(schema, JavadocText.ofType(type).map(text -> meanings.isEmpty() ? text : text + "\n\n" + meanings));
        return schema;
    }

    private String wireName(Enum<?> constant) {
        return json.valueToTree(constant).asString();
    }

    private void refuseUnknownFields(@Nullable Schema<?> schema) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            Schema<?> named = schemas.get(schema.get$ref().substring(REF.length()));
            if (named != null && named.getAdditionalProperties() == null && named.getEnum() == null) {
                named.setAdditionalProperties(false);
                refuseUnknownFieldsOf(named.getProperties());
            }
        }
        refuseUnknownFields(schema.getItems());
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            refuseUnknownFields(values);
        }
    }

    private void refuseUnknownFieldsOf(@Nullable Map<String, ?> properties) {
        if (properties != null) {
            for (Object property : properties.values()) {
                refuseUnknownFields((Schema<?>) property);
            }
        }
    }

    private static void describe(Schema<?> schema, Optional<String> text) {
        text.ifPresent(schema::setDescription);
    }

    private static Schema<?> scalar(String[] typeAndFormat) {
        Schema<?> schema = typed(typeAndFormat[0]);
        if (typeAndFormat.length > 1) {
            schema.setFormat(typeAndFormat[1]);
        }
        return schema;
    }

    private static Map<Class<?>, String[]> scalars() {
        Map<Class<?>, String[]> scalars = new HashMap<>();
        String[] int32 = {"integer", "int32"};
        String[] int64 = {"integer", "int64"};
        String[] number = {"number", "double"};
        String[] truth = {"boolean"};
        scalars.put(int.class, int32);
        scalars.put(Integer.class, int32);
        scalars.put(long.class, int64);
        scalars.put(Long.class, int64);
        scalars.put(double.class, number);
        scalars.put(Double.class, number);
        scalars.put(boolean.class, truth);
        scalars.put(Boolean.class, truth);
        scalars.put(String.class, new String[] {"string"});
        scalars.put(Instant.class, new String[] {"string", "date-time"});
        scalars.put(LocalDate.class, new String[] {"string", "date"});
        scalars.put(Duration.class, new String[] {"string", "duration"});
        scalars.put(UUID.class, new String[] {"string", "uuid"});
        scalars.put(URI.class, new String[] {"string", "uri"});
        return Map.copyOf(scalars);
    }
}
