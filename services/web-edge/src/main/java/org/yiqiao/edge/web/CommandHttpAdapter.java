package org.yiqiao.edge.web;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.yiqiao.access.Caller;
import org.yiqiao.access.HeaderText;
import org.yiqiao.access.RequestAccessScope;
import org.yiqiao.access.secrets.Pepper;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.aggregate.ProcessedCommands;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates between HTTP and commands: parses and validates the body, derives the metadata and builds the response.
 */
public final class CommandHttpAdapter {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{1,200}");

    /**
     * Generates UUIDs of version 7, which increase with time, so that aggregates written together are close in the
     * store.
     */
    private static final NoArgGenerator ID_GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private final JsonMapper json;
    private final Validator validator;
    private final Pepper fingerprintPepper;

    CommandHttpAdapter(JsonMapper json, Validator validator, Pepper fingerprintPepper) {
        this.json = json;
        this.validator = validator;
        this.fingerprintPepper = fingerprintPepper;
    }

    /**
     * Parses and validates a command. An empty body counts as an empty JSON object.
     *
     * @throws ConstraintViolationException if a constraint of the type is violated
     */
    public <C> C parse(byte[] body, Class<C> type) {
        return validate(json.readValue(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body, type));
    }

    /**
     * Returns the input if it satisfies its constraints.
     *
     * @throws ConstraintViolationException if a constraint is violated
     */
    public <C> C validate(C input) {
        Set<ConstraintViolation<C>> violations = validator.validate(input);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return input;
    }

    /**
     * Returns the metadata of a command: the caller, the access scope, the correlation id and the values of the request
     * headers.
     *
     * @throws RejectedException if a header is malformed
     */
    public CommandMetadata commandMetadata(HttpServletRequest request, Object command) {
        String key = idempotencyKey(request);
        String trace = headerToken(request, "traceparent");
        return new CommandMetadata(
                actorId(request),
                RequestAccessScope.of(request),
                CorrelationId.of(request),
                null,
                trace,
                key == null ? null : new ProcessedCommands.IdempotencyKey(key, fingerprint(command)),
                null,
                expectedVersion(request));
    }

    /** Returns a new aggregate id. The same actor and idempotency key always yield the same id. */
    public String newAggregateId(HttpServletRequest request) {
        String key = idempotencyKey(request);
        return key == null
                ? ID_GENERATOR.generate().toString()
                : UUID.nameUUIDFromBytes((actorId(request) + "\n" + key).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    /** Returns a 201 response with Location and ETag, or throws the rejection. */
    public <S> ResponseEntity<AggregateView<S>> createdResponse(
            HttpServletRequest request, String path, AggregateType<S, ?, ?> aggregate, CommandResult<S> result) {
        CommandResult.Completed<S> completed = requireSuccess(result);
        return ResponseEntity.created(URI.create(path + "/" + completed.id()))
                .eTag(etag(completed.version()))
                .body(AggregateView.of(aggregate, completed, Caller.of(request)));
    }

    /** Returns a 200 response with ETag, or throws the rejection. */
    public <S> ResponseEntity<AggregateView<S>> updatedResponse(
            HttpServletRequest request, AggregateType<S, ?, ?> aggregate, CommandResult<S> result) {
        CommandResult.Completed<S> completed = requireSuccess(result);
        return ResponseEntity.status(HttpStatus.OK)
                .eTag(etag(completed.version()))
                .body(AggregateView.of(aggregate, completed, Caller.of(request)));
    }

    /**
     * Returns the result of a completed command.
     *
     * @throws RejectedException if the command was rejected
     */
    public <S> CommandResult.Completed<S> requireSuccess(CommandResult<S> result) {
        return switch (result) {
            case CommandResult.Completed<S> completed -> completed;
            case CommandResult.Rejected<S>(var rejection) -> throw new RejectedException(rejection);
        };
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }

    private static String actorId(HttpServletRequest request) {
        return Caller.of(request).id();
    }

    private static @Nullable Long expectedVersion(HttpServletRequest request) {
        String ifMatch = request.getHeader(HttpHeaders.IF_MATCH);
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch);
        if (!etag.matches()) {
            throw new RejectedException(HeaderFormat.ETAG.malformed(HttpHeaders.IF_MATCH));
        }
        return Long.valueOf(etag.group(1));
    }

    /**
     * Returns the idempotency key, in any script.
     *
     * @throws RejectedException if the key has blanks or control characters, or more than 200 characters
     */
    private static @Nullable String idempotencyKey(HttpServletRequest request) {
        String value = request.getHeader(IDEMPOTENCY_KEY);
        if (value == null) {
            return null;
        }
        String key = HeaderText.decode(value);
        if (!KEY.matcher(key).matches()) {
            throw new RejectedException(HeaderFormat.IDEMPOTENCY_KEY.malformed(IDEMPOTENCY_KEY));
        }
        return key;
    }

    private static @Nullable String headerToken(HttpServletRequest request, String header) {
        String value = request.getHeader(header);
        if (value != null && !TOKEN.matcher(value).matches()) {
            throw new RejectedException(HeaderFormat.TRACE.malformed(header));
        }
        return value;
    }

    /**
     * Returns a keyed hash of the command. The hash uses a pepper because it is stored unencrypted. Without the pepper,
     * anyone with access to the store could test whether a command contained a certain name.
     */
    private String fingerprint(Object command) {
        byte[] hash = fingerprintPepper.hash(command.getClass().getSimpleName(), json.writeValueAsBytes(command));
        return HexFormat.of().formatHex(hash, 0, 16);
    }
}
