package org.yiqiao.support.keys;

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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.support.access.Caller;
import org.yiqiao.support.access.Requires;
import org.yiqiao.support.web.Page;
import org.yiqiao.support.web.Refused;

/** Issues keys, lists and revokes them: within the scope of who asks. */
@RestController
final class KeyController {

    private static final long PER_SECOND = 5;

    private final ApiKeys keys;
    private final KeyedApi api;
    private final Clock clock;

    KeyController(ApiKeys keys, KeyedApi api, Clock clock) {
        this.keys = keys;
        this.api = api;
        this.clock = clock;
    }

    /**
     * A key that is wanted.
     *
     * @param name what its holder is called; a program, no person
     * @param scope code of the place in which it may submit: as a resident of it, and nothing else
     * @param perSecond calls that it may make for as long as it likes; 5 unless it says otherwise
     */
    record Wanted(
            @NotBlank @Pattern(regexp = "[\\p{L}\\p{N} ._-]{1,80}")
            String name,

            @NotBlank @Pattern(regexp = "[0-9A-Za-z-]{1,32}")
            String scope,

            @Nullable @Min(1) @Max(1000) Long perSecond) {}

    /** A key as it is shown; the whole of it only once. */
    record KeyView(
            String id,
            String name,
            @Nullable String key,
            String shown,
            String post,
            long perSecond,
            String issuer,
            Instant issuedAt,
            @Nullable Instant revokedAt) {

        static KeyView of(ApiKey key, @Nullable String text) {
            return new KeyView(
                    key.id(),
                    key.name(),
                    text,
                    key.shown(),
                    key.post().word(),
                    key.perSecond(),
                    key.issuer(),
                    key.issuedAt(),
                    key.revokedAt());
        }
    }

    /** Issues a key; this answer is the only one that shows it. */
    @Requires("key.issue")
    @PostMapping("/api/keys")
    ResponseEntity<KeyView> issue(@RequestBody @Valid Wanted wanted, Reach reach, Caller caller) {
        List<String> path = api.codes().apply(wanted.scope());
        if (path.isEmpty() || !reach.covers(Belonging.in(path))) {
            throw new Refused(Rejection.notFound("key.no-such-place").with("scope", wanted.scope()));
        }
        KeyText text = KeyText.made(keys.pepper());
        ApiKey key = new ApiKey(
                UUID.randomUUID().toString(),
                wanted.name(),
                text.shown(),
                new Post(Role.RESIDENT, wanted.scope()),
                path,
                Objects.requireNonNullElse(wanted.perSecond(), PER_SECOND),
                caller.id(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
        keys.keep(key, text);
        return ResponseEntity.created(URI.create("/api/keys/" + key.id())).body(KeyView.of(key, text.text()));
    }

    /**
     * Keys in the order of their ids.
     *
     * @param after id that the page before ended with
     */
    @Requires("key.list")
    @GetMapping("/api/keys")
    Page<KeyView> list(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit, Reach reach) {
        List<KeyView> found = keys.after(after, reach, Page.checked(limit) + 1).stream()
                .map(key -> KeyView.of(key, null))
                .toList();
        return Page.of(found, limit, KeyView::id);
    }

    /** Ends a key: its next call is refused. */
    @Requires("key.revoke")
    @PostMapping("/api/keys/{id}/revoke")
    KeyView revoke(@PathVariable String id, Reach reach) {
        return keys.revoke(id, reach, clock.instant())
                .map(key -> KeyView.of(key, null))
                .orElseThrow(() -> new Refused(Rejection.notFound("key.unknown").with("id", id)));
    }
}
