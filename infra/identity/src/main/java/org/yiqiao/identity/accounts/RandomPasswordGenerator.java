package org.yiqiao.identity.accounts;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Generates passwords that are infeasible to guess and easy to write down: 20 letters, digits, dashes or underscores
 * with 120 random bits.
 */
public final class RandomPasswordGenerator {

    private static final int BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPasswordGenerator() {}

    public static String generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
