package org.yiqiao.center.signin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.Caller;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.contracts.Post;

/** Serves the session of the signed-in person to the page. */
@RestController
class SessionController {

    /**
     * The signed-in person.
     *
     * @param id the pseudonymous id
     * @param name the name used to sign in; the id if the issuer does not provide the name
     */
    record SessionView(String id, String name, List<PostView> posts) {}

    /** A role and its scope. */
    record PostView(String role, String scope) {

        static PostView of(Post post) {
            return new PostView(post.role().wireName(), post.scope());
        }
    }

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
                        .toList());
    }
}
