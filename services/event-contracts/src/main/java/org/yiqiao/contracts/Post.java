package org.yiqiao.contracts;

import java.util.Optional;

/**
 * A role and the scope in which a person holds it. Tokens carry posts in the claim {@value #CLAIM}, a list of strings
 * such as {@code grid-chief@330109106004001}.
 *
 * @param scope code of a place, which includes all places below it; {@code department:…} or {@code organization:…} with
 *     an id; or {@value #ANY_SCOPE} for every scope
 */
public record Post(Role role, String scope) {

    public static final String CLAIM = "posts";

    public static final String ANY_SCOPE = "*";

    /** Returns the text form used in tokens: role, {@code @} and scope. */
    public String toText() {
        return role.wireName() + "@" + scope;
    }

    /** Parses the text form used in tokens. Returns empty if the text is not a post or names an unknown role. */
    public static Optional<Post> parse(String text) {
        int at = text.indexOf('@');
        return at < 0 || at == text.length() - 1
                ? Optional.empty()
                : Role.parse(text.substring(0, at)).map(role -> new Post(role, text.substring(at + 1)));
    }
}
