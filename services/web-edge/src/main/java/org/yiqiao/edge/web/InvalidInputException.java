package org.yiqiao.edge.web;

import java.util.List;

/** Input with fields that violate their constraints. */
public final class InvalidInputException extends RuntimeException {

    private final transient List<FieldError> errors;

    /**
     * A field that is not valid.
     *
     * @param field path of the field, such as {@code location.lat}
     * @param message the error, in the language of the request
     */
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
