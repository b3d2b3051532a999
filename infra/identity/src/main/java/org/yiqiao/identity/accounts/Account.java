package org.yiqiao.identity.accounts;

import java.util.List;
import java.util.Set;
import org.yiqiao.contracts.Post;

/**
 * An account of a person that can sign in, or of a program that can fetch tokens for itself.
 *
 * @param name the name entered at sign-in, or the client id of a program; no token contains it
 * @param id the pseudonymous id, the {@code sub} of the tokens
 * @param password encoded, prefixed with the name of the encoding: <code>{bcrypt}$2a$…</code>
 */
public record Account(String name, String id, String password, List<Post> posts, Set<Use> uses) {

    /** The allowed use of an account. */
    public enum Use {
        /** Sign-in of a person on the page. */
        SIGN_IN,
        /** Token requests of a program, with name and password as client id and client secret. */
        PROGRAM
    }

    /** Returns the posts in the form in which tokens contain them. */
    public List<String> postClaimValues() {
        return posts.stream().map(Post::toText).toList();
    }

    public boolean hasUse(Use use) {
        return uses.contains(use);
    }
}
