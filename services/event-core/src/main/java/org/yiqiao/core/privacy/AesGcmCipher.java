package org.yiqiao.core.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a random 96-bit vector, which stands before what is sealed. */
final class AesGcmCipher {

    static final String ALGORITHM = "AES";
    static final int KEY_BYTES = 32;

    private static final String MODE = "AES/GCM/NoPadding";
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcmCipher() {}

    static byte[] randomBytes(int bytes) {
        byte[] made = new byte[bytes];
        RANDOM.nextBytes(made);
        return made;
    }

    /** @param context bound to what is sealed: it opens with the same one only */
    static byte[] encrypt(SecretKey key, byte[] content, String context) {
        byte[] vector = randomBytes(VECTOR_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, vector, context).doFinal(content);
            return ByteBuffer.allocate(vector.length + sealed.length)
                    .put(vector)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MODE, e);
        }
    }

    /** @throws GeneralSecurityException if it was sealed with another key or context, or changed since */
    static byte[] decrypt(SecretKey key, byte[] sealed, String context) throws GeneralSecurityException {
        if (sealed.length < VECTOR_BYTES) {
            throw new GeneralSecurityException("Nothing is sealed in " + sealed.length + " bytes");
        }
        byte[] vector = new byte[VECTOR_BYTES];
        ByteBuffer.wrap(sealed).get(vector);
        return cipher(Cipher.DECRYPT_MODE, key, vector, context)
                .doFinal(sealed, VECTOR_BYTES, sealed.length - VECTOR_BYTES);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] vector, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(MODE);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, vector));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
