package org.yiqiao.edge.openapi;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Writes the constraints of a component or parameter as keywords of JSON Schema. */
final class Constraints {

    private static final String ARRAY = "array";

    private Constraints() {}

    static void apply(AnnotatedElement element, Schema<?> schema) {
        find(element, NotBlank.class).ifPresent(_ -> schema.setMinLength(1));
        find(element, Size.class).ifPresent(size -> applySize(size, schema));
        // An expression of Bean Validation matches the whole text.
        find(element, Pattern.class).ifPresent(pattern -> schema.setPattern("^(?:" + pattern.regexp() + ")$"));
        find(element, Min.class).ifPresent(min -> schema.setMinimum(BigDecimal.valueOf(min.value())));
        find(element, Max.class).ifPresent(max -> schema.setMaximum(BigDecimal.valueOf(max.value())));
        find(element, Email.class).ifPresent(_ -> schema.setFormat("email"));
    }

    private static void applySize(Size size, Schema<?> schema) {
        Integer min = size.min() > 0 ? Integer.valueOf(size.min()) : null;
        Integer max = size.max() < Integer.MAX_VALUE ? Integer.valueOf(size.max()) : null;
        Set<String> types = schema.getTypes();
        if (types != null && types.contains(ARRAY)) {
            schema.minItems(min).maxItems(max);
        } else {
            schema.minLength(min == null ? schema.getMinLength() : min).maxLength(max);
        }
    }

    private static <A extends java.lang.annotation.Annotation> Optional<A> find(
            AnnotatedElement element, Class<A> type) {
        return Optional.ofNullable(element.getAnnotation(type));
    }
}
