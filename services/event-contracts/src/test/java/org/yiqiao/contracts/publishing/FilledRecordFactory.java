package org.yiqiao.contracts.publishing;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yiqiao.contracts.UnpublishedField;

/** Creates records with every field set. Only the values of unpublished fields contain {@link #UNPUBLISHED_MARKER}. */
final class FilledRecordFactory {

    static final String UNPUBLISHED_MARKER = "77";

    private static final Map<Class<?>, Object> PUBLISHED = Map.of(
            String.class,
            "published",
            Integer.class,
            1,
            Long.class,
            1L,
            Double.class,
            1.5,
            Boolean.class,
            true,
            Instant.class,
            Instant.parse("2026-03-02T04:05:06Z"));

    private static final Map<Class<?>, Object> UNPUBLISHED = Map.of(
            String.class, "text " + UNPUBLISHED_MARKER,
            Integer.class, Integer.valueOf(UNPUBLISHED_MARKER),
            Long.class, Long.valueOf(UNPUBLISHED_MARKER),
            Double.class, Double.valueOf(UNPUBLISHED_MARKER),
            Boolean.class, true,
            Instant.class, Instant.parse("19" + UNPUBLISHED_MARKER + "-03-02T04:05:06Z"));

    private FilledRecordFactory() {}

    static <T> T create(Class<T> record) {
        return record.cast(createRecord(record, PUBLISHED));
    }

    private static Object createRecord(Class<?> record, Map<Class<?>, Object> values) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Stream.of(components)
                .map(component -> createValue(
                        component.getGenericType(),
                        component.getAccessor().isAnnotationPresent(UnpublishedField.class) ? UNPUBLISHED : values))
                .toArray();
        try {
            return record.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot create " + record, e);
        }
    }

    private static Object createValue(Type type, Map<Class<?>, Object> values) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> List.of(createValue(list.getActualTypeArguments()[0], values));
            case Class<?> record when record.isRecord() -> createRecord(record, values);
            case Class<?> constants when constants.isEnum() -> constants.getEnumConstants()[0];
            case Class<?> plain ->
                Objects.requireNonNull(
                        values.get(MethodType.methodType(plain).wrap().returnType()), () -> "No value for " + plain);
            default -> throw new IllegalArgumentException("No value for " + type);
        };
    }
}
