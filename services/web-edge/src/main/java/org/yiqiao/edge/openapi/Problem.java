package org.yiqiao.edge.openapi;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiqiao.edge.web.InvalidInputException;

/**
 * A problem (RFC 9457). Further members hold the values that the message shows, such as the allowed maximum.
 *
 * @param type address that identifies the kind of problem; ends with the code
 * @param title the kind of problem, in the language of the request
 * @param status the HTTP status
 * @param detail this occurrence of the problem, in the language of the request
 * @param instance URI of this occurrence: {@code urn:uuid:} and the correlation id of the request
 * @param code stable code, for programs
 * @param errors the fields that are not valid
 */
record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable URI instance,
        String code,
        @Nullable List<InvalidInputException.FieldError> errors) {}
