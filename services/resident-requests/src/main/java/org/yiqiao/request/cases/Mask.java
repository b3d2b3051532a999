package org.yiqiao.request.cases;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.Point;

/** What is left of personal data for those who have not said what they need it for. */
final class Mask {

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** Seven digits and more, as telephone and identity numbers have. */
    private static final Pattern NUMBER = Pattern.compile("\\+?\\p{Nd}(?:[ ()-]{0,2}\\p{Nd}){6,}[Xx]?");

    private static final double COARSE = 100;

    private Mask() {}

    /** The street and not the house: an address without its digits. */
    static @Nullable String address(@Nullable String address) {
        return address == null ? null : DIGIT.matcher(address).replaceAll("*");
    }

    /** A text without the numbers by which somebody could be called or looked up. */
    static @Nullable String numbers(@Nullable String text) {
        return text == null ? null : NUMBER.matcher(text).replaceAll("****");
    }

    /** A point to a hundredth of a degree, which is about a kilometre. */
    static @Nullable Point location(@Nullable Point point) {
        return point == null ? null : new Point(coarse(point.lat()), coarse(point.lon()));
    }

    private static double coarse(double degrees) {
        return Math.round(degrees * COARSE) / COARSE;
    }
}
