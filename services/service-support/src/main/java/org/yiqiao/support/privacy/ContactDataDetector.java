package org.yiqiao.support.privacy;

import java.util.function.Predicate;

/**
 * Detects contact data in texts that are published unchanged and stay in the event log permanently. Such texts must not
 * contain contact data.
 */
public final class ContactDataDetector {

    private ContactDataDetector() {}

    /**
     * Returns whether the text contains a long number or a mail address. Dates, times and measures are no contact data.
     * Names and postal addresses are not detected.
     */
    public static boolean containsContactData(String text) {
        return containsContactData(text, code -> false);
    }

    /**
     * Returns whether the text contains a long number or a mail address, apart from the codes of known places.
     *
     * @param isPlaceCode returns whether a number is the code of a known place
     */
    public static boolean containsContactData(String text, Predicate<String> isPlaceCode) {
        return ContactDataFinder.containsContact(text, isPlaceCode);
    }
}
