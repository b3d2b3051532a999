package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;

/** Reads a field that a command or a description must have. */
final class RequiredFieldReader {
    private RequiredFieldReader() {}

    static <T> T of(Document document, String field, Class<T> type) {
        Object value = document.get(field);
        if (!type.isInstance(value)) {
            throw new FailedToParseException("'" + field + "' is missing or of the wrong type");
        }
        return type.cast(value);
    }
}
