package org.yiqiao.request.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yiqiao.access.AccessPolicy;
import org.yiqiao.access.Caller;
import org.yiqiao.contracts.Post;
import org.yiqiao.core.access.AccessScope;

/** Determines from the posts of a caller the places to which its requests without coordinates belong. */
public final class SubmissionHome {

    private SubmissionHome() {}

    /** Returns the scopes of the posts that permit the operation, in order. An API key has the scope of the key. */
    public static List<String> of(Caller caller, String operation, AccessPolicy policy) {
        return caller.posts().stream()
                .filter(post -> caller.isApiKey()
                        || policy.permissionExtent(operation, post.role()).isPresent())
                .map(Post::scope)
                .filter(scope -> !scope.equals(Post.ANY_SCOPE))
                .sorted()
                .toList();
    }

    /**
     * Returns the access scope for a submission without coordinates: it includes the township of the caller, even if
     * the posts are for a part of it.
     */
    static AccessScope includeTownship(AccessScope accessScope, Optional<String> township) {
        if (township.isEmpty() || !(accessScope instanceof AccessScope.LimitedAccess(var owners))) {
            return accessScope;
        }
        Set<String> wider = new HashSet<>(owners);
        wider.add(township.get());
        return new AccessScope.LimitedAccess(wider);
    }
}
