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
 * A key as its holder has it: 256 random bits, and a tag that only who has the pepper can make. A made-up key is known by
 * its tag, after the same little work whatever it is and without a look at the database.
 *
 * <p>What is stored is HMAC-SHA-256 of it. A slow hash such as bcrypt protects what people choose, since that can be
 * guessed; nobody guesses 256 bits, and a slow hash would let anybody keep the processor busy with wrong keys.
 */
final class ApiKeySecret {

    private static final int SECRET = 32;
    private static final int TAG = 8;
    private static final int SHOWN = 9;
    private static final String PREFIX = "yq_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{54}");
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

    /** The one way of writing it: the last letter has room for more than its bits. */
    private static String encode(byte[] whole) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** Empty if no service with this pepper made it. */
    static Optional<ApiKeySecret> parse(String text, Pepper pepper) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] whole = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
        byte[] secret = Arrays.copyOf(whole, SECRET);
        byte[] tag = Arrays.copyOfRange(whole, SECRET, whole.length);
        return MessageDigest.isEqual(tag, computeTag(pepper, secret)) && text.equals(encode(whole))
                ? Optional.of(new ApiKeySecret(text, secret))
                : Optional.empty();
    }

    /** The whole key, which is shown once. */
    String value() {
        return text;
    }

    /** What of it may be shown later, so that its holder knows which one it is. */
    String visiblePrefix() {
        return text.substring(0, SHOWN);
    }

    String hash(Pepper pepper) {
        return HexFormat.of().formatHex(pepper.hash("key", secret));
    }

    private static byte[] computeTag(Pepper pepper, byte[] secret) {
        return Arrays.copyOf(pepper.hash("tag", secret), TAG);
    }
}
