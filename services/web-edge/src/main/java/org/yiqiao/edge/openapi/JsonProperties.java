package org.yiqiao.edge.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** The JSON properties of a record, in the order of its components, with unwrapped records flattened. */
final class JsonProperties {

    private JsonProperties() {}

    /**
     * A record component as a JSON property.
     *
     * @param type type of the component, with the type arguments of its record
     * @param isNullable whether the value can be null, so that the property is absent
     * @param isNullWritten whether a null value is written, so that the property is never absent
     */
    record Property(
            RecordComponent component, String name, ResolvableType type, boolean isNullable, boolean isNullWritten) {

        AnnotatedElement annotations() {
            return component.getAccessor();
        }

        Optional<String> description() {
            return JavadocText.ofComponent(component.getDeclaringRecord(), component.getName());
        }
    }

    static Stream<Property> of(ResolvableType record) {
        Class<?> raw = Objects.requireNonNull(record.resolve(), record.toString());
        return Arrays.stream(raw.getRecordComponents())
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .flatMap(component -> {
                    ResolvableType type =
                            ResolvableType.forType(component.getAccessor().getGenericReturnType(), record);
                    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                            ? of(type)
                            : Stream.of(property(raw, component, type));
                });
    }

    private static Property property(Class<?> record, RecordComponent component, ResolvableType type) {
        return new Property(
                component,
                name(component),
                type,
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                writesNull(component.getAccessor()) || writesNull(record));
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    private static boolean writesNull(AnnotatedElement element) {
        JsonInclude include = element.getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.ALWAYS;
    }
}
