package org.yiqiao.request.intake.imports;

import org.yiqiao.edge.web.SpreadsheetCell;

/** Adds and removes the characters around a code by which a CSV file keeps all its digits in spreadsheets. */
final class SpreadsheetText {

    /** A cell that begins so is a formula, or begins with the apostrophe that keeps it from being one. */
    private static final String FORMULA_STARTS = "=+-@'";

    private SpreadsheetText() {}

    /** Returns {@code 330109106004001} for {@code ="330109106004001"} and for {@code '330109106004001}. */
    static String unwrap(String text) {
        if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
            return text.substring(2, text.length() - 1).strip();
        }
        return text.length() > 1 && text.charAt(0) == '\'' && isChangedBySpreadsheets(text.charAt(1))
                ? text.substring(1)
                : text;
    }

    /**
     * Returns a cell that a spreadsheet neither shortens nor evaluates, and that {@link #unwrap} reads as the same
     * text.
     */
    static String wrap(String text) {
        return SpreadsheetCell.escape(unwrap(text.strip()));
    }

    private static boolean isChangedBySpreadsheets(char first) {
        return Character.isDigit(first) || FORMULA_STARTS.indexOf(first) >= 0;
    }
}
