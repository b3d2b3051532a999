package org.yiqiao.request.intake.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The character set of a text and the length of its byte order mark in bytes.
 *
 * <p>UTF-8, UTF-16 and GB18030 are detected. Text that is neither UTF-16 nor GB18030 counts as UTF-8.
 */
record DetectedCharset(Charset charset, int markLength) {

    /** The superset of GBK and GB2312. */
    static final Charset GB18030 = Charset.forName("GB18030");

    /** The characters of everyday Chinese (GB2312, level 1) make up more than this share of any Chinese text. */
    private static final double MIN_EVERYDAY_SHARE = 0.6;

    private static final double MIN_ZERO_SHARE = 0.1;

    /** @param declared the declared character set, null if it is detected */
    static DetectedCharset of(byte[] head, @Nullable Charset declared) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF) && isOneOf(declared, StandardCharsets.UTF_8)) {
            return new DetectedCharset(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE) && isOneOf(declared, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            return new DetectedCharset(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF) && isOneOf(declared, StandardCharsets.UTF_16, StandardCharsets.UTF_16BE)) {
            return new DetectedCharset(StandardCharsets.UTF_16BE, 2);
        }
        if (declared != null && !declared.equals(StandardCharsets.UTF_16)) {
            return new DetectedCharset(isPartOfGb18030(declared) ? GB18030 : declared, 0);
        }
        return new DetectedCharset(withoutMark(head), 0);
    }

    private static Charset withoutMark(byte[] head) {
        double evenZeros = zeroShare(head, 0);
        double oddZeros = zeroShare(head, 1);
        if (oddZeros > MIN_ZERO_SHARE && evenZeros < oddZeros / 10) {
            return StandardCharsets.UTF_16LE;
        }
        if (evenZeros > MIN_ZERO_SHARE && oddZeros < evenZeros / 10) {
            return StandardCharsets.UTF_16BE;
        }
        return !isValid(head, StandardCharsets.UTF_8) && isValid(head, GB18030) && isEverydayChinese(head)
                ? GB18030
                : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneOf(@Nullable Charset declared, Charset... charsets) {
        return declared == null || List.of(charsets).contains(declared);
    }

    private static boolean isPartOfGb18030(Charset charset) {
        return charset.name().equals("GBK") || charset.name().equals("GB2312");
    }

    private static double zeroShare(byte[] head, int parity) {
        int zeros = 0;
        for (int i = parity; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros / Math.max(1.0, head.length / 2.0);
    }

    /** Returns whether the bytes are text of the character set; the last character can be cut off. */
    private static boolean isValid(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }

    /**
     * Tells Chinese text from Western text in another character set, which GB18030 mostly decodes without an error. In
     * Western text, a byte above 127 rarely follows another one.
     */
    private static boolean isEverydayChinese(byte[] head) {
        int everyday = 0;
        int all = 0;
        for (int i = 0; i + 1 < head.length; i++) {
            int lead = head[i] & 0xFF;
            if (lead > 0x80) {
                int trail = head[++i] & 0xFF;
                all++;
                everyday += isEveryday(lead, trail) ? 1 : 0;
            }
        }
        return all > 0 && everyday > all * MIN_EVERYDAY_SHARE;
    }

    private static boolean isEveryday(int lead, int trail) {
        boolean punctuation = lead >= 0xA1 && lead <= 0xA3;
        boolean ideograph = lead >= 0xB0 && lead <= 0xD7;
        return trail >= 0xA1 && (punctuation || ideograph);
    }
}
