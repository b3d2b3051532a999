package org.yiqiao.identity.accounts;

import java.util.List;
import java.util.Set;
import org.yiqiao.contracts.Post;

/**
 * Somebody who may sign in, or a program that may fetch tokens for itself.
 *
 * @param name what is typed to sign in; no token has it
 * @param id the pseudonymous id, the {@code sub} of its tokens
 * @param password encoded, with the name of its encoding in front: <code>{bcrypt}$2a$…</code>
 */
public record Account(String name, String id, String password, List<Post> posts, Set<Use> uses) {

    /** How an account may be used. */
    public enum Use {
        /** By a person, on the page. */
        SIGN_IN,
        /** By a program, as its client id and secret. */
        PROGRAM
    }

    /** The posts as a token has them. */
    public List<String> postClaimValues() {
        return posts.stream().map(Post::toText).toList();
    }

    public boolean hasUse(Use use) {
        return uses.contains(use);
    }
}
