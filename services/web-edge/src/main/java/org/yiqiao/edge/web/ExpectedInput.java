package org.yiqiao.edge.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/** The kind of value that a field or a parameter takes, as a problem names it. */
enum ExpectedInput {
    TEXT,
    WHOLE_NUMBER,
    NUMBER,
    TRUE_OR_FALSE,
    TIME,
    LIST,
    OBJECT;

    /** Returns the input of a field in JSON: the words of an enumeration as a list, or the kind of any other type. */
    static Object ofField(@Nullable Class<?> type) {
        return of(type, word -> JsonMapper.shared().convertValue(word, String.class));
    }

    /** Returns the input of a parameter: the words of an enumeration as a list, or the kind of any other type. */
    static Object ofParameter(@Nullable Class<?> type) {
        return of(type, Enum::name);
    }

    private static Object of(@Nullable Class<?> type, Function<Enum<?>, String> nameOfWord) {
        if (type == null) {
            return OBJECT;
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(word -> nameOfWord.apply((Enum<?>) word))
                        .toList()
                : kindOf(ClassUtils.resolvePrimitiveIfNecessary(type));
    }

    private static ExpectedInput kindOf(Class<?> type) {
        if (type == String.class || type == Character.class) {
            return TEXT;
        }
        if (type == Boolean.class) {
            return TRUE_OR_FALSE;
        }
        if (type == Instant.class) {
            return TIME;
        }
        if (type == Double.class || type == Float.class) {
            return NUMBER;
        }
        if (Number.class.isAssignableFrom(type)) {
            return WHOLE_NUMBER;
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? LIST : OBJECT;
    }

    /** Returns the kind in a problem: lowercase words with dashes. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
