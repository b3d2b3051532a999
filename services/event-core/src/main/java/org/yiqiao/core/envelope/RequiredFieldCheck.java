package org.yiqiao.core.envelope;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that an event lacks although its contract requires them. A field is missing if a record component
 * without {@code @Nullable} is null, or if a list element or map value is null, at any depth.
 */
final class RequiredFieldCheck {

    private static final ClassValue<ComponentAccessor[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected ComponentAccessor[] computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .map(ComponentAccessor::of)
                    .toArray(ComponentAccessor[]::new);
        }
    };

    private RequiredFieldCheck() {}

    /** Returns the path of the first missing field, such as {@code location.township}. */
    static Optional<String> findMissing(Record event) {
        return Optional.ofNullable(firstMissing(event));
    }

    private static @Nullable String firstMissing(Record record) {
        for (ComponentAccessor component : ACCESSORS.get(record.getClass())) {
            Object value = component.of(record);
            if (value == null) {
                if (!component.isNullable()) {
                    return component.name();
                }
            } else {
                String missing = missingInValue(value);
                if (missing != null) {
                    return component.name() + missing;
                }
            }
        }
        return null;
    }

    private static @Nullable String missingInValue(Object value) {
        return switch (value) {
            case String text -> null;
            case Record record ->
                Optional.ofNullable(firstMissing(record)).map("."::concat).orElse(null);
            case Collection<?> elements -> missingInElements(elements);
            case Map<?, ?> map -> missingInElements(map.values());
            default -> null;
        };
    }

    private static @Nullable String missingInElements(Collection<?> elements) {
        int index = 0;
        for (Object element : elements) {
            String missing = element == null ? "" : missingInValue(element);
            if (missing != null) {
                return "[" + index + "]" + missing;
            }
            index++;
        }
        return null;
    }

    private record ComponentAccessor(String name, boolean isNullable, Method accessor) {

        static ComponentAccessor of(RecordComponent component) {
            return new ComponentAccessor(
                    component.getName(), isNullable(component.getAnnotatedType()), component.getAccessor());
        }

        private static boolean isNullable(AnnotatedType type) {
            return type.isAnnotationPresent(Nullable.class);
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("Cannot read " + name + " of " + record.getClass(), e);
            }
        }
    }
}
