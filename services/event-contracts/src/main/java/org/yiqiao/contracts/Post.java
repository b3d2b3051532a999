package org.yiqiao.contracts;

import java.util.Optional;

/**
 * A role and where it is held. Tokens have them as the claim {@value #CLAIM}, a list of words such as
 * {@code grid-chief@330109106004001}.
 *
 * @param scope code of a territory's place, which stands for all below it too; {@code department:…} or
 *     {@code organization:…} with its id; or {@value #ANY_SCOPE}
 */
public record Post(Role role, String scope) {

    public static final String CLAIM = "posts";

    public static final String ANY_SCOPE = "*";

    /** The post as it is written in a token. */
    public String toText() {
        return role.wireName() + "@" + scope;
    }

    /** Reads a post as it is written in a token; empty if it is none. */
    public static Optional<Post> parse(String word) {
        int at = word.indexOf('@');
        return at < 0 || at == word.length() - 1
                ? Optional.empty()
                : Role.parse(word.substring(0, at)).map(role -> new Post(role, word.substring(at + 1)));
    }
}
