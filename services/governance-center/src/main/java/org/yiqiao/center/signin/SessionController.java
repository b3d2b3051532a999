package org.yiqiao.center.signin;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.edge.web.AddressProperties;

/** Serves the session of the signed-in person to the page. */
@RestController
@Tag(name = "Session")
class SessionController {

    /**
     * The signed-in person.
     *
     * @param id the pseudonymous id
     * @param name the name used to sign in; the id if the issuer does not provide the name
     * @param posts posts of the person
     * @param firstSteps the steps that open a township
     * @param zone time zone of the township, in which the page counts days
     */
    record SessionView(String id, String name, List<PostView> posts, FirstStepsView firstSteps, String zone) {}

    /**
     * The addresses of the steps that open a township. An address is absent if the posts of the person do not allow the
     * step.
     *
     * @param importTerritory where to import the territory
     * @param submitRequest where to submit a request
     * @param importRequests where to import requests
     */
    record FirstStepsView(
            @Nullable URI importTerritory,
            @Nullable URI submitRequest,
            @Nullable URI importRequests) {}

    /**
     * A role and its scope.
     *
     * @param role name of the role, such as {@code grid-chief}
     * @param scope code of the place, department or organization that the post covers
     */
    record PostView(String role, String scope) {

        static PostView of(Post post) {
            return new PostView(post.role().wireName(), post.scope());
        }
    }

    private final AccessPolicy policy;
    private final AddressProperties addresses;
    private final ZoneId zone;

    SessionController(
            AccessPolicy policy,
            AddressProperties addresses,
            @Value("${yiqiao.township.zone:Asia/Shanghai}") ZoneId zone) {
        this.zone = zone;
        this.policy = policy;
        this.addresses = addresses;
    }

    /** Returns the signed-in person, with its posts and its next steps. */
    @RequiresPermission("session.read")
    @GetMapping("/api/session")
    SessionView session(Caller caller, @AuthenticationPrincipal @Nullable OidcUser user) {
        String name = user == null ? null : user.getPreferredUsername();
        return new SessionView(
                caller.id(),
                Objects.requireNonNullElse(name, caller.id()),
                caller.posts().stream()
                        .sorted((one, other) -> one.toText().compareTo(other.toText()))
                        .map(PostView::of)
                        .toList(),
                new FirstStepsView(
                        step(caller, "territory.import", PlatformService.GRID_MANAGEMENT, "/api/territory/import"),
                        step(caller, "case.submit", PlatformService.RESIDENT_REQUESTS, "/api/requests"),
                        step(caller, "case.import", PlatformService.RESIDENT_REQUESTS, "/api/requests/import")),
                zone.getId());
    }

    private @Nullable URI step(Caller caller, String operation, PlatformService service, String path) {
        return policy.accessScope(operation, caller).equals(AccessScope.NONE)
                ? null
                : addresses.find(service, path).orElse(null);
    }
}
