package org.yiqiao.support.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yiqiao.contracts.Post;
import org.yiqiao.contracts.Role;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;

/** The one table of who may do what: a row for each operation, a column for each role, and one for API keys. */
public final class Policy {

    private final Map<String, Map<Role, Grant>> rows;
    private final Set<String> openToKeys;

    Policy(Map<String, Map<Role, Grant>> rows, Set<String> openToKeys) {
        this.rows = rows;
        this.openToKeys = openToKeys;
    }

    /** The table of this platform, {@code policy.csv}. */
    public static Policy ofThePlatform() {
        return PolicyFile.read();
    }

    /** The operations that have a row, in the order of the table. */
    public Set<String> operations() {
        return rows.keySet();
    }

    /** What a cell of the table says; empty: never. */
    public Optional<Grant> grant(String operation, Role role) {
        return Optional.ofNullable(rows.getOrDefault(operation, Map.of()).get(role));
    }

    /** Whether a program may do it that shows an API key: with what is its own. */
    public boolean isOpenToKeys(String operation) {
        return openToKeys.contains(operation);
    }

    /** How far a caller reaches with an operation: as far as all posts together do; a key, whatever its post, as keys do. */
    public Reach reach(String operation, Caller caller) {
        if (caller.isKey()) {
            return isOpenToKeys(operation) ? new Reach.Within(Set.of(Belonging.person(caller.id()))) : Reach.NOWHERE;
        }
        Map<Role, Grant> row = rows.getOrDefault(operation, Map.of());
        Set<String> words = new HashSet<>();
        for (Post post : caller.posts()) {
            switch (row.get(post.role())) {
                case ALL -> {
                    return Reach.EVERYWHERE;
                }
                case SCOPE -> {
                    if (post.scope().equals(Post.EVERYWHERE)) {
                        return Reach.EVERYWHERE;
                    }
                    // No post makes anybody another person.
                    if (!Belonging.isPerson(post.scope())) {
                        words.add(post.scope());
                    }
                }
                case OWN -> words.add(Belonging.person(caller.id()));
                case null -> {}
            }
        }
        return words.isEmpty() ? Reach.NOWHERE : new Reach.Within(words);
    }
}
