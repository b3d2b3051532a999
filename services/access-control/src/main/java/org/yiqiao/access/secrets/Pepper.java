package org.yiqiao.access.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret that is not in the database and that values are hashed with: who has the database alone can try none of them. */
public final class Pepper {

    private static final String MAC = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final SecretKeySpec secret;

    private Pepper(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("A pepper has to have at least " + SHORTEST + " characters");
        }
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC);
    }

    /** The one that is configured, or that of the file, which is made if it is not there. */
    public static Pepper of(@Nullable String configured, Path file) {
        try {
            return new Pepper(configured == null ? SecretFile.readOrCreate(file) : configured);
        } catch (IOException e) {
            throw new UncheckedIOException("A pepper cannot be kept", e);
        }
    }

    /** The same for the same use and content wherever there is this secret; 32 bytes. */
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
