package org.yiqiao.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;

/**
 * Decides which operations a caller may execute. All decisions come from one table with a row for each operation, a
 * column for each role, and a column for API keys.
 */
public final class AccessPolicy {

    private final Map<String, Map<Role, PermissionExtent>> rows;
    private final Set<String> openToApiKeys;

    AccessPolicy(Map<String, Map<Role, PermissionExtent>> rows, Set<String> openToApiKeys) {
        this.rows = rows;
        this.openToApiKeys = openToApiKeys;
    }

    /** Returns the policy of this platform, from {@code policy.csv}. */
    public static AccessPolicy load() {
        return AccessPolicyReader.read();
    }

    /** Returns the operations that have a row, in the order of the table. */
    public Set<String> operations() {
        return rows.keySet();
    }

    /** Returns the level of a role for an operation; empty if the role may not execute it. */
    public Optional<PermissionExtent> permissionExtent(String operation, Role role) {
        return Optional.ofNullable(rows.getOrDefault(operation, Map.of()).get(role));
    }

    /** Returns whether a program with an API key may execute the operation, on its own data. */
    public boolean isOpenToApiKeys(String operation) {
        return openToApiKeys.contains(operation);
    }

    /**
     * Returns the access scope of a caller for an operation: the union of the access scopes of all posts. An API key
     * has the access scope of API keys, regardless of its posts.
     */
    public AccessScope accessScope(String operation, Caller caller) {
        if (caller.isApiKey()) {
            return isOpenToApiKeys(operation)
                    ? new AccessScope.LimitedAccess(Set.of(Ownership.personOwner(caller.id())))
                    : AccessScope.NONE;
        }
        Map<Role, PermissionExtent> levels = rows.getOrDefault(operation, Map.of());
        Set<String> owners = new HashSet<>();
        for (Post post : caller.posts()) {
            switch (levels.get(post.role())) {
                case ALL -> {
                    return AccessScope.FULL;
                }
                case SCOPE -> {
                    if (post.scope().equals(Post.ANY_SCOPE)) {
                        return AccessScope.FULL;
                    }
                    // A post never grants access to the data of another person.
                    if (!Ownership.isPersonOwner(post.scope())) {
                        owners.add(post.scope());
                    }
                }
                case OWN -> owners.add(Ownership.personOwner(caller.id()));
                case null -> {}
            }
        }
        return owners.isEmpty() ? AccessScope.NONE : new AccessScope.LimitedAccess(owners);
    }
}
