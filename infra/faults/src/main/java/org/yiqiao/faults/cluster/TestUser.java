package org.yiqiao.faults.cluster;

import java.util.List;
import org.yiqiao.testkit.TestTokenIssuer;

/**
 * Somebody who calls the services.
 *
 * @param id pseudonymous
 * @param posts as they stand in a token
 */
public record TestUser(String id, List<String> posts) {

    public TestUser {
        posts = List.copyOf(posts);
    }

    /** Somebody who operates the town, and its services. */
    public static TestUser operator() {
        return new TestUser("operator-1", List.of("town-operator@*"));
    }

    /** What this person shows to be let in. */
    String authorization() {
        return "Bearer " + TestTokenIssuer.shared().issue(id, posts.toArray(String[]::new));
    }
}
