package org.yiqiao.support.privacy;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the contact data of a text: mail addresses, and numbers of seven or more digits such as telephone, identity and
 * card numbers. Digits of any script count. Blanks, dashes, dots and brackets can separate the digits.
 */
final class ContactDataFinder {

    /** Possessive, since backtracking is recursive and a long text of digits would overflow the stack. */
    private static final Pattern NUMBER =
            Pattern.compile("\\+?\\p{Nd}(?:[\\s\\p{Z}\\p{Cf}\\-.()]{0,3}+\\p{Nd}){6,}+[Xx]?");

    private static final String AT = "(?:@|[\\[({] ?(?i:at) ?[\\])}])";
    private static final String LATIN = "[\\p{IsLatin}\\p{Nd}._%+'-]";
    private static final String LETTER = "[\\p{L}\\p{Nd}._-]";
    private static final String DOMAIN = "[\\p{IsLatin}\\p{Nd}-]{1,63}(?:\\.[\\p{IsLatin}\\p{Nd}-]{1,63}){%s,8}";

    private static final String ANY_DOMAIN = "[\\p{L}\\p{Nd}-]{1,63}(?:\\.[\\p{L}\\p{Nd}-]{1,63}){0,8}";

    /** A name in Latin letters ends before a letter of another script, which can be a word of the sentence. */
    private static final Pattern MAIL = Pattern.compile(LATIN + "{1,64}+" + AT + DOMAIN.formatted("0")
            + "|" + LATIN + "{1,64}+ ?" + AT + " ?" + DOMAIN.formatted("1")
            + "|" + LATIN + "{1,64}+" + AT + ANY_DOMAIN
            + "|" + LETTER + "{1,64}+(?<!" + LATIN + ")" + AT + ANY_DOMAIN);

    private static final String MASK = "****";

    private ContactDataFinder() {}

    /** @param isPlaceCode returns whether a number is the code of a known place, which is no contact */
    static boolean containsContact(String text, Predicate<String> isPlaceCode) {
        String plain = normalize(text);
        return plain.indexOf('@') >= 0
                || MAIL.matcher(plain).find()
                || NUMBER.matcher(HarmlessNumberPatterns.remove(plain, isPlaceCode))
                        .find();
    }

    /**
     * Replaces contact data by asterisks.
     *
     * @param isPlaceCode returns whether a number is the code of a known place, which is no contact
     */
    static String mask(String text, Predicate<String> isPlaceCode) {
        String withoutMail = maskMail(text);
        return mask(withoutMail, NUMBER.matcher(HarmlessNumberPatterns.remove(normalize(withoutMail), isPlaceCode)));
    }

    static String maskMail(String text) {
        return mask(text, MAIL.matcher(normalize(text)));
    }

    /** Replaces the matches in a text of the same length as the one that was searched. */
    private static String mask(String text, Matcher found) {
        StringBuilder masked = new StringBuilder(text.length());
        int end = 0;
        while (found.find()) {
            masked.append(text, end, found.start()).append(MASK);
            end = found.end();
        }
        return masked.append(text, end, text.length()).toString();
    }

    /** Returns a text of the same length with digits and separators of ASCII in place of those of other scripts. */
    private static String normalize(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.append(normalize(text.charAt(i)));
        }
        return plain.toString();
    }

    private static char normalize(char character) {
        if (character < 0x80) {
            return character;
        }
        if (Character.isDigit(character)) {
            return (char) ('0' + Character.digit(character, 10));
        }
        return switch (character) {
            case '\uff20', '\ufe6b' -> '@';
            case '\uff0e' -> '.';
            case '\uff0f' -> '/';
            case '\uff1a' -> ':';
            case '\uff08' -> '(';
            case '\uff09' -> ')';
            case '\uff0b' -> '+';
            case '\u2212' -> '-';
            default -> Character.getType(character) == Character.DASH_PUNCTUATION ? '-' : character;
        };
    }
}
