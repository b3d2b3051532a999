package org.yiqiao.support.privacy;

import java.util.regex.Pattern;

/**
 * Seven digits and more of any script, as telephone and identity numbers have, also with blanks, dashes, dots and brackets in
 * between.
 */
final class PersonalNumberPattern {

    /** Possessive, since what gives back again does so by recursion, and a text of nothing but digits ends the stack. */
    static final Pattern PATTERN =
            Pattern.compile("\\+?\\p{Nd}(?:[\\s\\p{Z}\\p{Cf}\\p{Pd}\u2212.()\uff08\uff09]{0,3}+\\p{Nd}){6,}+[Xx]?");

    private PersonalNumberPattern() {}
}
