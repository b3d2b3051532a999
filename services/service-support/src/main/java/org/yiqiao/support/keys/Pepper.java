package org.yiqiao.support.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.yiqiao.support.secrets.KeptSecret;

/** The secret that keys are hashed with and that is not in the database: who has that alone can neither make nor test a key. */
final class Pepper {

    private static final String MAC = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final SecretKeySpec secret;

    private Pepper(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("yiqiao.keys.pepper has to have at least " + SHORTEST + " characters");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
    }

    /** The one that is configured, or that of the file, which is made if it is not there. */
    static Pepper of(@Nullable String configured, Path file) {
        try {
            return new Pepper(configured == null ? KeptSecret.of(file) : configured);
        } catch (IOException e) {
            throw new UncheckedIOException("The pepper of API keys cannot be kept", e);
        }
    }

    byte[] hash(String use, byte[] content) {
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
