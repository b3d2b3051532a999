package org.yiqiao.support.privacy;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;

/** Masks personal data for callers that have not stated a purpose. */
public final class PersonalDataMask {

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private static final double STEPS_PER_DEGREE = 100;

    private PersonalDataMask() {}

    /**
     * Replaces the digits and mail addresses of an address, so that the street remains and the house number does not.
     */
    public static @Nullable String maskAddress(@Nullable String address) {
        return address == null
                ? null
                : DIGIT.matcher(ContactDataFinder.maskMail(address)).replaceAll("*");
    }

    /**
     * Replaces the numbers and mail addresses of a text by which a person could be reached or looked up. Dates, times
     * and measures remain.
     */
    public static @Nullable String maskContacts(@Nullable String text) {
        return maskContacts(text, code -> false);
    }

    /**
     * Replaces the numbers and mail addresses of a text by which a person could be reached or looked up. Dates, times,
     * measures and the codes of known places remain.
     *
     * @param isPlaceCode returns whether a number is the code of a known place
     */
    public static @Nullable String maskContacts(@Nullable String text, Predicate<String> isPlaceCode) {
        return text == null ? null : ContactDataFinder.mask(text, isPlaceCode);
    }

    /** Rounds a point to a hundredth of a degree, which is about a kilometre. */
    public static @Nullable Point coarsenLocation(@Nullable Point point) {
        return point == null ? null : new Point(roundToHundredth(point.lat()), roundToHundredth(point.lon()));
    }

    private static double roundToHundredth(double degrees) {
        return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
    }
}
