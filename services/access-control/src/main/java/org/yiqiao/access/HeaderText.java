package org.yiqiao.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a request header that accepts every script. RFC 8187 defines the form for text outside ASCII, such as
 * {@code UTF-8''%E6%A0%B8%E6%9F%A5}. Bytes of UTF-8 without this form are accepted too, as curl sends them.
 */
public final class HeaderText {

    private static final Pattern EXTENDED =
            Pattern.compile("(?i:utf-8)'[A-Za-z0-9-]{0,35}'((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-Fa-f]{2})*+)");

    private static final int HEXADECIMAL = 16;

    private HeaderText() {}

    /**
     * Returns the text of a header.
     *
     * @param value value of the header, with one character for each byte, as the server provides it
     */
    public static String decode(String value) {
        Matcher extended = EXTENDED.matcher(value);
        return (extended.matches() ? decodeUtf8(unescape(extended.group(1))) : decodeUtf8(value)).orElse(value);
    }

    /** Returns the text that these bytes encode in UTF-8; empty for other bytes. */
    static Optional<String> decodeUtf8(String bytes) {
        if (bytes.chars().allMatch(character -> character < 0x80)) {
            return Optional.of(bytes);
        }
        if (bytes.chars().anyMatch(character -> character > 0xff)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String unescape(String text) {
        StringBuilder bytes = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%') {
                bytes.append((char) Integer.parseInt(text, i + 1, i + 3, HEXADECIMAL));
                i += 2;
            } else {
                bytes.append(text.charAt(i));
            }
        }
        return bytes.toString();
    }
}
