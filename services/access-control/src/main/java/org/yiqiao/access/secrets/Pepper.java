package org.yiqiao.access.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A secret outside the database for hashing values. A copy of the database alone is not enough to guess hashed values.
 */
public final class Pepper {

    private static final String MAC = "HmacSHA256";
    private static final int MIN_LENGTH = 32;

    private final SecretKeySpec secret;

    private Pepper(String secret) {
        if (secret.length() < MIN_LENGTH) {
            throw new IllegalStateException("A pepper must have at least " + MIN_LENGTH + " characters");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
    }

    /**
     * Returns the configured pepper. Without one, returns the pepper of the file, which is created if it is missing.
     *
     * @throws IllegalStateException if the secret has fewer than 32 characters
     */
    public static Pepper of(@Nullable String configured, Path file) {
        try {
            return new Pepper(configured == null ? GeneratedSecretFile.readOrCreate(file) : configured);
        } catch (IOException e) {
            throw new UncheckedIOException("The pepper file cannot be read or created", e);
        }
    }

    /** Returns 32 bytes that are the same wherever secret, use and content are the same. */
    public byte[] hash(String use, byte[] content) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }
}
