package org.yiqiao.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;

/** The one table of who may do what: a row for each operation, a column for each role, and one for API keys. */
public final class AccessPolicy {

    private final Map<String, Map<Role, PermissionLevel>> rows;
    private final Set<String> openToKeys;

    AccessPolicy(Map<String, Map<Role, PermissionLevel>> rows, Set<String> openToKeys) {
        this.rows = rows;
        this.openToKeys = openToKeys;
    }

    /** The table of this platform, {@code policy.csv}. */
    public static AccessPolicy load() {
        return AccessPolicyReader.read();
    }

    /** The operations that have a row, in the order of the table. */
    public Set<String> operations() {
        return rows.keySet();
    }

    /** What a cell of the table says; empty: never. */
    public Optional<PermissionLevel> permissionLevel(String operation, Role role) {
        return Optional.ofNullable(rows.getOrDefault(operation, Map.of()).get(role));
    }

    /** Whether a program may do it that shows an API key: with what is its own. */
    public boolean isOpenToApiKeys(String operation) {
        return openToKeys.contains(operation);
    }

    /** How far a caller reaches with an operation: as far as all posts together do; a key, whatever its post, as keys do. */
    public AccessScope accessScope(String operation, Caller caller) {
        if (caller.isApiKey()) {
            return isOpenToApiKeys(operation)
                    ? new AccessScope.LimitedAccess(Set.of(Ownership.personOwner(caller.id())))
                    : AccessScope.NONE;
        }
        Map<Role, PermissionLevel> row = rows.getOrDefault(operation, Map.of());
        Set<String> words = new HashSet<>();
        for (Post post : caller.posts()) {
            switch (row.get(post.role())) {
                case ALL -> {
                    return AccessScope.FULL;
                }
                case SCOPE -> {
                    if (post.scope().equals(Post.ANY_SCOPE)) {
                        return AccessScope.FULL;
                    }
                    // No post makes anybody another person.
                    if (!Ownership.isPersonOwner(post.scope())) {
                        words.add(post.scope());
                    }
                }
                case OWN -> words.add(Ownership.personOwner(caller.id()));
                case null -> {}
            }
        }
        return words.isEmpty() ? AccessScope.NONE : new AccessScope.LimitedAccess(words);
    }
}
