package org.yiqiao.request.intake.imports;

/** Removes the characters around a code by which a CSV file keeps all its digits in spreadsheets. */
final class SpreadsheetText {

    private SpreadsheetText() {}

    /** Returns {@code 330109106004001} for {@code ="330109106004001"} and for {@code '330109106004001}. */
    static String unwrap(String text) {
        if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
            return text.substring(2, text.length() - 1).strip();
        }
        return text.length() > 1 && text.charAt(0) == '\'' && Character.isDigit(text.charAt(1))
                ? text.substring(1)
                : text;
    }
}
