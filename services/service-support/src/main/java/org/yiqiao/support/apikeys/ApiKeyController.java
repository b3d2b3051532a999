package org.yiqiao.support.apikeys;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.Page;
import org.yiqiao.edge.web.RejectedException;

/** Issues, lists and revokes API keys within the access scope of the caller. */
@RestController
@Tag(name = "API keys")
final class ApiKeyController {

    private static final long DEFAULT_PER_SECOND = 5;

    private final ApiKeyRepository keys;
    private final ApiKeyEndpoints api;
    private final Clock clock;

    ApiKeyController(ApiKeyRepository keys, ApiKeyEndpoints api, Clock clock) {
        this.keys = keys;
        this.api = api;
        this.clock = clock;
    }

    /**
     * A request to issue an API key.
     *
     * @param name name of the holder, which is a program and not a person
     * @param scope code of the place in which the holder can submit as a resident; the key permits nothing else
     * @param perSecond sustained rate of calls per second; 5 if absent
     */
    record ApiKeyRequest(
            @NotBlank @Pattern(regexp = "[\\p{L}\\p{N} ._-]{1,80}", message = "{api-key.name}")
            String name,

            @NotBlank @Pattern(regexp = "[0-9A-Za-z-]{1,32}", message = "{api-key.scope}")
            String scope,

            @Nullable @Min(1) @Max(1000) Long perSecond) {}

    /**
     * An API key in responses. The complete key is present only in the response that issues it.
     *
     * @param id id of the key, with which it can be revoked
     * @param name name of the holder
     * @param key the complete key
     * @param shown the first characters of the key, by which its holder recognizes it
     * @param post the post that gives the key its rights, such as {@code resident@330109106}
     * @param perSecond sustained rate of calls per second
     * @param issuer pseudonymous id of the person that issued the key
     * @param issuedAt time at which the key was issued
     * @param revokedAt time at which the key was revoked; absent while it is valid
     */
    record ApiKeyView(
            String id,
            String name,
            @Nullable String key,
            String shown,
            String post,
            long perSecond,
            String issuer,
            Instant issuedAt,
            @Nullable Instant revokedAt) {

        static ApiKeyView of(ApiKey key, @Nullable String text) {
            return new ApiKeyView(
                    key.id(),
                    key.name(),
                    text,
                    key.visiblePrefix(),
                    key.post().toText(),
                    key.perSecond(),
                    key.issuer(),
                    key.issuedAt(),
                    key.revokedAt());
        }
    }

    /** Issues an API key. No other response shows the complete key. */
    @RequiresPermission("key.issue")
    @PostMapping("/api/keys")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ApiKeyView> issue(
            @RequestBody @Valid ApiKeyRequest keyRequest, AccessScope accessScope, Caller caller) {
        List<String> path = api.placeCodes().apply(keyRequest.scope());
        if (path.isEmpty()) {
            throw new RejectedException(Rejection.invalid("key.no-such-place").withDetail("scope", keyRequest.scope()));
        }
        if (!accessScope.covers(Ownership.ofPath(path))) {
            throw new RejectedException(Rejection.forbidden("access.outside-scope"));
        }
        ApiKeySecret text = ApiKeySecret.generate(keys.pepper());
        ApiKey key = new ApiKey(
                UUID.randomUUID().toString(),
                keyRequest.name(),
                text.visiblePrefix(),
                new Post(Role.RESIDENT, keyRequest.scope()),
                path,
                Objects.requireNonNullElse(keyRequest.perSecond(), DEFAULT_PER_SECOND),
                caller.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
        keys.save(key, text);
        return ResponseEntity.created(URI.create("/api/keys/" + key.id())).body(ApiKeyView.of(key, text.value()));
    }

    /**
     * Lists API keys in the order of their ids.
     *
     * @param after last id of the previous page; empty for the first page
     * @param limit size of the page, 1 to 500
     */
    @RequiresPermission("key.list")
    @GetMapping("/api/keys")
    Page<ApiKeyView> list(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit,
            AccessScope accessScope) {
        List<ApiKeyView> found = keys.findAfter(after, accessScope, Page.requireValidLimit(limit) + 1).stream()
                .map(key -> ApiKeyView.of(key, null))
                .toList();
        return Page.of(found, limit, ApiKeyView::id);
    }

    /**
     * Revokes an API key; its next call is rejected.
     *
     * @param id id of the key
     */
    @RequiresPermission("key.revoke")
    @PostMapping("/api/keys/{id}/revoke")
    ApiKeyView revoke(@PathVariable String id, AccessScope accessScope) {
        return keys.revoke(id, accessScope, clock.instant())
                .map(key -> ApiKeyView.of(key, null))
                .orElseThrow(() ->
                        new RejectedException(Rejection.notFound("key.unknown").withDetail("id", id)));
    }
}
