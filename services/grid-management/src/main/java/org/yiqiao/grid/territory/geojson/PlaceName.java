package org.yiqiao.grid.territory.geojson;

import java.util.regex.Pattern;

/** The rules for the name of a place. */
final class PlaceName {

    static final int MAX_LENGTH = 200;

    /** A name of which every character was lost, as in a shapefile without its encoding. */
    private static final Pattern LOST = Pattern.compile("[\\s?\\uFF1F\\uFFFD]+");

    private PlaceName() {}

    static boolean isValid(String name) {
        return !name.isBlank() && name.length() <= MAX_LENGTH && !isLost(name);
    }

    /** Returns whether the name is nothing but question marks and replacement characters. */
    static boolean isLost(String name) {
        return !name.isBlank() && LOST.matcher(name).matches();
    }
}
