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
import org.yiqiao.access.RequestAccessScope;
import org.yiqiao.access.secrets.Pepper;
import org.yiqiao.core.aggregate.AggregateType;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.aggregate.ProcessedCommands;
import org.yiqiao.core.decider.Rejection;
import tools.jackson.databind.json.JsonMapper;

/** What every command passes on its way in and out: parsing, validation, its origin, its answer. */
public final class CommandHttpAdapter {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** Ids of version 7 grow with time, so what is written together lies together in the store. */
    private static final NoArgGenerator ID_GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private final JsonMapper json;
    private final Validator validator;
    private final Pepper fingerprintPepper;

    CommandHttpAdapter(JsonMapper json, Validator validator, Pepper fingerprints) {
        this.json = json;
        this.validator = validator;
        this.fingerprintPepper = fingerprints;
    }

    /** Reads a command from JSON; an empty body is an empty object. */
    public <C> C parse(byte[] body, Class<C> type) {
        return validate(json.readValue(body.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : body, type));
    }

    /** Passes an object on whose constraints hold. */
    public <C> C validate(C input) {
        Set<ConstraintViolation<C>> violations = validator.validate(input);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return input;
    }

    /** Where the command comes from: the caller and how far it reaches, and the request's headers. */
    public CommandMetadata commandMetadata(HttpServletRequest request, Object command) {
        String key = headerToken(request, IDEMPOTENCY_KEY);
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

    /** A new id; for the same actor and idempotency key always the same one. */
    public String newAggregateId(HttpServletRequest request) {
        String key = headerToken(request, IDEMPOTENCY_KEY);
        return key == null
                ? ID_GENERATOR.generate().toString()
                : UUID.nameUUIDFromBytes((actorId(request) + "\n" + key).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    /** 201 with Location and ETag. */
    public <S> ResponseEntity<Object> createdResponse(
            HttpServletRequest request, String path, AggregateType<S, ?, ?> aggregate, CommandResult<S> outcome) {
        CommandResult.Completed<S> done = requireSuccess(outcome);
        return ResponseEntity.created(URI.create(path + "/" + done.id()))
                .eTag(etag(done.version()))
                .body(AggregateView.of(aggregate, done, Caller.of(request)));
    }

    /** 200 with ETag. */
    public <S> ResponseEntity<Object> updatedResponse(
            HttpServletRequest request, AggregateType<S, ?, ?> aggregate, CommandResult<S> outcome) {
        CommandResult.Completed<S> done = requireSuccess(outcome);
        return ResponseEntity.status(HttpStatus.OK)
                .eTag(etag(done.version()))
                .body(AggregateView.of(aggregate, done, Caller.of(request)));
    }

    /** What was done, or the rejection thrown. */
    public <S> CommandResult.Completed<S> requireSuccess(CommandResult<S> outcome) {
        return switch (outcome) {
            case CommandResult.Completed<S> done -> done;
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
            throw new RejectedException(
                    Rejection.invalid("header.malformed").withDetail("header", HttpHeaders.IF_MATCH));
        }
        return Long.valueOf(etag.group(1));
    }

    private static @Nullable String headerToken(HttpServletRequest request, String header) {
        String value = request.getHeader(header);
        if (value != null && !TOKEN.matcher(value).matches()) {
            throw new RejectedException(Rejection.invalid("header.malformed").withDetail("header", header));
        }
        return value;
    }

    /** Peppered, since what is stored in the clear would else let anybody try whose name a command had in it. */
    private String fingerprint(Object command) {
        byte[] hash = fingerprintPepper.hash(command.getClass().getSimpleName(), json.writeValueAsBytes(command));
        return HexFormat.of().formatHex(hash, 0, 16);
    }
}
