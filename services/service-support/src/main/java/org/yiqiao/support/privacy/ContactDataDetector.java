package org.yiqiao.support.privacy;

import java.util.regex.Pattern;

/**
 * Detects contact data in texts that are published unchanged and stay in the event log permanently. Such texts must not
 * contain contact data.
 */
public final class ContactDataDetector {

    private static final Pattern AT = Pattern.compile("[@\uff20\ufe6b]");

    private ContactDataDetector() {}

    /**
     * Returns whether the text contains a long number or a mail address. Names and postal addresses are not detected.
     */
    public static boolean containsContactData(String text) {
        return AT.matcher(text).find()
                || PersonalNumberPattern.PATTERN.matcher(text).find();
    }
}
