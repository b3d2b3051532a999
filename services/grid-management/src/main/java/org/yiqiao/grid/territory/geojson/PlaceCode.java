package org.yiqiao.grid.territory.geojson;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the code of a place from a property. GIS programs write codes as numbers. */
final class PlaceCode {

    private static final Pattern VALID = Pattern.compile("[0-9A-Za-z-]{1,32}");

    /** A number as a spreadsheet shortens it, such as {@code 3.30109106004001E+016}. */
    private static final Pattern SHORTENED = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+|[0-9]{10,}[.,][0-9]+");

    /** A decimal number of more digits is not exact. */
    private static final BigDecimal LARGEST_EXACT_DECIMAL = new BigDecimal("999999999999999");

    private PlaceCode() {}

    static boolean isValid(String code) {
        return VALID.matcher(code).matches();
    }

    static boolean isShortened(String code) {
        return SHORTENED.matcher(code).matches();
    }

    /**
     * Returns the text of the property without surrounding blanks. An integer becomes its digits, and so does a decimal
     * number without a fraction of up to 15 digits. Any other value becomes empty.
     */
    static String text(JsonNode property) {
        if (property.isString()) {
            return property.asString().strip();
        }
        if (property.isIntegralNumber()) {
            return property.asString();
        }
        return property.isNumber() ? decimalText(property) : "";
    }

    private static String decimalText(JsonNode property) {
        double value = property.doubleValue();
        if (!Double.isFinite(value)) {
            return "";
        }
        BigDecimal decimal = new BigDecimal(value).stripTrailingZeros();
        boolean isExact = decimal.scale() <= 0 && decimal.abs().compareTo(LARGEST_EXACT_DECIMAL) <= 0;
        return isExact ? decimal.toPlainString() : property.asString();
    }
}
