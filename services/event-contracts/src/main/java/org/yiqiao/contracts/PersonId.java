package org.yiqiao.contracts;

import java.util.regex.Pattern;

/**
 * How the pseudonymous id of a person is written, wherever one is named: in tokens, commands and accounts. It is what their
 * issuer of tokens calls them, such as {@code auth0|5f7c8e}: up to 200 visible characters of ASCII, and not the word for
 * whoever has not signed in.
 */
public final class PersonId {

    public static final String PATTERN = "(?!anonymous$)[\\x21-\\x7e]{1,200}";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private PersonId() {}

    public static boolean isValid(String text) {
        return COMPILED.matcher(text).matches();
    }
}
