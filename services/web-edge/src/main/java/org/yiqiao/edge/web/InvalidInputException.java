package org.yiqiao.edge.web;

import java.util.List;

/** Input with fields that violate their constraints. */
public final class InvalidInputException extends RuntimeException {

    private final transient List<FieldError> errors;

    /** @param field path of the field, such as {@code location.lat} */
    public record FieldError(String field, String message) {

        @Override
        public String toString() {
            return field + ": " + message;
        }
    }

    public InvalidInputException(List<FieldError> errors) {
        super(errors.toString());
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
