package org.yiqiao.support.apikeys;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yiqiao.access.secrets.Pepper;

/**
 * An API key in plain text, as its holder has it: 256 random bits and a tag computed with the pepper. An invented key
 * is detected by its tag, with the same small effort for every key and without a database query.
 *
 * <p>The database stores the HMAC-SHA-256 of the key. A slow hash such as bcrypt protects passwords, since passwords
 * can be guessed. 256 random bits cannot be guessed, and a slow hash would allow anyone to load the processor with
 * wrong keys.
 */
final class ApiKeySecret {

    private static final int SECRET = 32;
    private static final int TAG = 8;
    private static final int VISIBLE_LENGTH = 9;
    private static final String PREFIX = "yq_";
    private static final Pattern FORMAT = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{54}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;
    private final byte[] secret;

    private ApiKeySecret(String text, byte[] secret) {
        this.text = text;
        this.secret = secret;
    }

    static ApiKeySecret generate(Pepper pepper) {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        byte[] whole = Arrays.copyOf(secret, SECRET + TAG);
        System.arraycopy(computeTag(pepper, secret), 0, whole, SECRET, TAG);
        return new ApiKeySecret(encode(whole), secret);
    }

    /** Returns the canonical text. The last letter has unused bits, so other texts decode to the same bytes. */
    private static String encode(byte[] whole) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Returns the parsed key; empty if the text is malformed or was not generated with this pepper. */
    static Optional<ApiKeySecret> parse(String text, Pepper pepper) {
        if (!FORMAT.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] whole = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
        byte[] secret = Arrays.copyOf(whole, SECRET);
        byte[] tag = Arrays.copyOfRange(whole, SECRET, whole.length);
        return MessageDigest.isEqual(tag, computeTag(pepper, secret)) && text.equals(encode(whole))
                ? Optional.of(new ApiKeySecret(text, secret))
                : Optional.empty();
    }

    /** Returns the whole key, which is shown only once. */
    String value() {
        return text;
    }

    /** Returns the first letters of the key, by which its holder recognizes the key later. */
    String visiblePrefix() {
        return text.substring(0, VISIBLE_LENGTH);
    }

    String hash(Pepper pepper) {
        return HexFormat.of().formatHex(pepper.hash("key", secret));
    }

    private static byte[] computeTag(Pepper pepper, byte[] secret) {
        return Arrays.copyOf(pepper.hash("tag", secret), TAG);
    }
}
