package org.yiqiao.support.privacy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Recognizes the numbers in a text by which nobody can be called or looked up: dates, times, measures, and the codes of
 * places. In case of doubt a number is not harmless. So a date without separators stays a number, and so does a date
 * behind an area code.
 */
final class HarmlessNumberPatterns {

    private static final String NOT_WITHIN_NUMBER = "(?<![0-9])(?<![0-9][-.()/])";
    private static final String NOT_BEHIND_AREA_CODE =
            "(?<!(?:\\+[0-9]{1,3}|(?<![0-9])\\(?0[0-9]{2,3}\\)?|(?<![0-9])1[3-9][0-9]|[0-9]{5})[ -]{1,2})";
    private static final String END = "(?![0-9])(?![-.(][0-9])";

    private static final String CLOCK = "(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?";
    private static final String DOTTED_CLOCK = "(?:[01]?[0-9]|2[0-3])\\.[0-5][0-9]";
    private static final String DAY = calendarDay("-") + "|" + calendarDay("\\.") + "|" + calendarDay("/");

    private static final Pattern DATE = Pattern.compile(NOT_WITHIN_NUMBER
            + NOT_BEHIND_AREA_CODE
            + "(?:" + DAY + ")(?: ?- ?(?:" + DAY + "))?"
            + "(?:(?:[T ]|, ?)" + CLOCK + "(?:[+-][0-9]{2}:?[0-9]{2})?)?"
            + END);

    private static final Pattern TIME = Pattern.compile(NOT_WITHIN_NUMBER + "(?:" + CLOCK + "(?: ?- ?" + CLOCK + ")?|"
            + DOTTED_CLOCK + " ?- ?" + DOTTED_CLOCK + ")" + END);

    private static final String VALUE = "(?:[1-9][0-9]{0,4}(?:\\.[0-9]{1,3})?|0\\.[0-9]{1,3})";
    private static final String UNIT = "(?:mm|cm|dm|km|m[23²³]|km/h|kWh|kW|MW|kVA|kV|kg|ml|lx|lm|kPa|MPa|Hz|°C|℃|%|‰|ft"
            + "|毫米|厘米|分米|公里|千米|米|平方米|平米|㎡|立方米|公斤|千克|吨|毫升|升|千瓦时|千瓦|伏|元|万元|亩|公顷)(?![\\p{IsLatin}0-9])";
    private static final String METRE = "m(?![\\p{IsLatin}0-9])";

    private static final Pattern MEASURES =
            Pattern.compile("(?<![0-9.+])(?<![0-9][-. ()]{1,3})(?!1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4} ?\\p{L})(?:"
                    + VALUE + "(?:[ -]{1,3}" + VALUE + "){0,9} ?" + UNIT
                    + "|[1-9][0-9]{0,2}(?: [0-9]{3}){1,4} ?" + UNIT
                    + "|[1-9][0-9]{6,7} ?" + UNIT
                    + "|(?!(?:[0-9]{3}[ -])?[0-9]{3,4}[ -][0-9]{4} ?m)" + VALUE + "(?:[ -]{1,3}" + VALUE + "){0,9} ?"
                    + METRE + ")");

    private static final Pattern CODE = Pattern.compile(NOT_WITHIN_NUMBER + "[0-9]{6,20}" + END);

    private static final char FILLER = '\ue000';

    private HarmlessNumberPatterns() {}

    /** Replaces the harmless numbers of a text, which has digits of ASCII only, by as many other characters. */
    static String remove(String text, Predicate<String> isPlaceCode) {
        String rest =
                CODE.matcher(text).replaceAll(found -> isPlaceCode.test(found.group()) ? filler(found) : found.group());
        for (Pattern harmless : List.of(DATE, TIME, MEASURES)) {
            rest = harmless.matcher(rest).replaceAll(HarmlessNumberPatterns::filler);
        }
        return rest;
    }

    private static String filler(MatchResult found) {
        return String.valueOf(FILLER).repeat(found.end() - found.start());
    }

    private static String calendarDay(String separator) {
        String year = "(?:19|20)[0-9]{2}";
        String month = "(?:1[0-2]|0?[1-9])";
        String day = "(?:3[01]|[12][0-9]|0?[1-9])";
        return year + separator + month + separator + day
                + "|" + day + separator + month + separator + year
                + "|" + month + separator + day + separator + year;
    }
}
