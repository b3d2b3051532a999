package org.yiqiao.contracts;

import java.util.regex.Pattern;

/**
 * The syntax of the pseudonymous id of a person in tokens, commands and accounts. The id is the subject that the token
 * issuer assigns, such as {@code auth0|5f7c8e}: 1 to 200 visible ASCII characters. The id {@code anonymous} is reserved
 * for callers that are not signed in.
 */
public final class PersonIdSyntax {

    public static final String PATTERN = "(?!anonymous$)[\\x21-\\x7e]{1,200}";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private PersonIdSyntax() {}

    public static boolean isValid(String text) {
        return COMPILED.matcher(text).matches();
    }
}
