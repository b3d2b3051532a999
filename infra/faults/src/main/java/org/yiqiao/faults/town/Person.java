package org.yiqiao.faults.town;

import java.util.List;
import org.yiqiao.testkit.Tokens;

/**
 * Somebody who calls the services.
 *
 * @param id pseudonymous
 * @param posts as they stand in a token
 */
public record Person(String id, List<String> posts) {

    public Person {
        posts = List.copyOf(posts);
    }

    /** Somebody who operates the town, and its services. */
    public static Person operator() {
        return new Person("operator-1", List.of("town-operator@*"));
    }

    /** What this person shows to be let in. */
    String authorization() {
        return "Bearer " + Tokens.shared().of(id, posts.toArray(String[]::new));
    }
}
