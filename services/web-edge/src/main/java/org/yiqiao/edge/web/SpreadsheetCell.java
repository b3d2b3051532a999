package org.yiqiao.edge.web;

import java.util.regex.Pattern;

/**
 * Writes texts into CSV cells so that Excel and LibreOffice keep them. A spreadsheet evaluates a cell that begins like
 * a formula. It rounds a code of more than 15 digits, shows one of 12 digits in powers of ten, and drops leading zeros.
 * An apostrophe before such a cell makes it text.
 */
public final class SpreadsheetCell {

    private static final String APOSTROPHE = "'";
    private static final String RISKY = "=+-@\t\r'";

    private static final Pattern CHANGED_NUMBER =
            Pattern.compile("[0-9]{12,}|0[0-9]+|[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+");

    private SpreadsheetCell() {}

    /** Returns the text, with an apostrophe if a spreadsheet would change it or if it begins with one. */
    public static String escape(String text) {
        boolean isRisky = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
        return isRisky || CHANGED_NUMBER.matcher(text).matches() ? APOSTROPHE + text : text;
    }

    /** Returns the text of a cell, without the apostrophe that {@link #escape} adds. */
    public static String unescape(String cell) {
        return cell.startsWith(APOSTROPHE) ? cell.substring(1) : cell;
    }
}
