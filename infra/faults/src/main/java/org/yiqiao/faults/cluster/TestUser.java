package org.yiqiao.faults.cluster;

import java.util.List;
import org.yiqiao.testkit.TestTokenIssuer;

/**
 * A caller of the services.
 *
 * @param id pseudonymous id
 * @param posts posts in the format of a token's claim
 */
public record TestUser(String id, List<String> posts) {

    public TestUser {
        posts = List.copyOf(posts);
    }

    /** Returns an operator of the town and its services. */
    public static TestUser operator() {
        return new TestUser("operator-1", List.of("town-operator@*"));
    }

    /** Returns the value of the Authorization header. */
    String authorization() {
        return "Bearer " + TestTokenIssuer.shared().issue(id, posts.toArray(String[]::new));
    }
}
