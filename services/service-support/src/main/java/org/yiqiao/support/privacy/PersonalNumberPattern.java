package org.yiqiao.support.privacy;

import java.util.regex.Pattern;

/**
 * Matches numbers of seven or more digits of any script, such as telephone and identity numbers. Blanks, dashes, dots
 * and brackets can separate the digits.
 */
final class PersonalNumberPattern {

    /** Possessive, since backtracking is recursive and a long text of digits would overflow the stack. */
    static final Pattern PATTERN =
            Pattern.compile("\\+?\\p{Nd}(?:[\\s\\p{Z}\\p{Cf}\\p{Pd}\u2212.()\uff08\uff09]{0,3}+\\p{Nd}){6,}+[Xx]?");

    private PersonalNumberPattern() {}
}
