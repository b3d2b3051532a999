package org.yiqiao.request.intake.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognizes codes that a spreadsheet shortened. A spreadsheet reads a code of digits as a number, of which Excel keeps
 * 15 digits and LibreOffice 16.
 */
final class ShortenedCodes {

    /** The number of digits that every spreadsheet keeps. */
    static final int KEPT_DIGITS = 15;

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d(?:[.,]\\d+[eE][+-]?|[eE]\\+)\\d{1,3}");
    private static final Pattern LONG_DIGITS = Pattern.compile("\\d{16,40}");
    private static final int MIN_ZEROS = 6;
    private static final int MIN_CODES = 3;

    private ShortenedCodes() {}

    /** Returns whether the code has the form of a large number, such as {@code 3.30109106004001E+016}. */
    static boolean isScientific(String code) {
        return SCIENTIFIC.matcher(code).matches();
    }

    /**
     * Returns whether the codes of a column were rounded: all long codes end in zeros where a spreadsheet loses digits.
     * One such code proves nothing, because every tenth number ends in a zero.
     */
    static boolean areRounded(List<String> codes) {
        Set<String> longCodes = new HashSet<>();
        int zeros = 0;
        for (String code : codes) {
            if (LONG_DIGITS.matcher(code).matches() && longCodes.add(code)) {
                String lost = code.substring(Math.min(KEPT_DIGITS + 1, code.length() - 1));
                if (!lost.chars().allMatch(digit -> digit == '0')) {
                    return false;
                }
                zeros += lost.length();
            }
        }
        return longCodes.size() >= MIN_CODES && zeros >= MIN_ZEROS;
    }

    /** Returns whether a code has more digits than a spreadsheet keeps. */
    static boolean isLong(String code) {
        return LONG_DIGITS.matcher(code).matches();
    }

    /** Returns a number of a workbook as its digits, or in scientific form if the workbook lost digits. */
    static String fromNumber(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole || number.precision() - number.scale() <= KEPT_DIGITS) {
            return number.stripTrailingZeros().toPlainString();
        }
        BigDecimal kept = number.round(new MathContext(KEPT_DIGITS));
        return kept.unscaledValue().toString().replaceFirst("^(-?\\d)", "$1.") + "E+"
                + (kept.precision() - kept.scale() - 1);
    }
}
