package org.yiqiao.support.privacy;

import java.util.regex.Pattern;

/** What is published as it was written, and so stays in the log for good: nobody is to be reached by it. */
public final class ContactDataDetector {

    private static final Pattern AT = Pattern.compile("[@\uff20\ufe6b]");

    private ContactDataDetector() {}

    /** Whether a text has a long number or a mail address in it. A name or an address is not recognised. */
    public static boolean containsContactData(String text) {
        return AT.matcher(text).find()
                || PersonalNumberPattern.PATTERN.matcher(text).find();
    }
}
