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
 * What an event lacks although its contract requires it: a record component that is not {@code @Nullable} and is null,
 * or an element of a list or a value of a map that is null, at any depth.
 */
final class RequiredFieldCheck {

    private static final ClassValue<ComponentAccessor[]> PARTS = new ClassValue<>() {
        @Override
        protected ComponentAccessor[] computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> !component.getType().isPrimitive())
                    .map(ComponentAccessor::of)
                    .toArray(ComponentAccessor[]::new);
        }
    };

    private RequiredFieldCheck() {}

    /** The path of the first thing that is missing, such as {@code location.township}. */
    static Optional<String> findMissing(Record event) {
        return Optional.ofNullable(firstMissing(event));
    }

    private static @Nullable String firstMissing(Record record) {
        for (ComponentAccessor part : PARTS.get(record.getClass())) {
            Object value = part.of(record);
            if (value == null) {
                if (!part.isNullable()) {
                    return part.name();
                }
            } else {
                String missing = missingInValue(value);
                if (missing != null) {
                    return part.name() + missing;
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
