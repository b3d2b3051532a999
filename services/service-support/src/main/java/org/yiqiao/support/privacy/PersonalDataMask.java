package org.yiqiao.support.privacy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;

/** What is left of personal data for those who have not said what they need it for. */
public final class PersonalDataMask {

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private static final double COARSE = 100;

    private PersonalDataMask() {}

    /** The street and not the house: an address without its digits. */
    public static @Nullable String maskAddress(@Nullable String address) {
        return address == null ? null : DIGIT.matcher(address).replaceAll("*");
    }

    /** A text without the numbers by which somebody could be called or looked up. */
    public static @Nullable String maskNumbers(@Nullable String text) {
        return text == null ? null : PersonalNumberPattern.PATTERN.matcher(text).replaceAll("****");
    }

    /** A point to a hundredth of a degree, which is about a kilometre. */
    public static @Nullable Point coarsenLocation(@Nullable Point point) {
        return point == null ? null : new Point(roundToHundredth(point.lat()), roundToHundredth(point.lon()));
    }

    private static double roundToHundredth(double degrees) {
        return Math.round(degrees * COARSE) / COARSE;
    }
}
