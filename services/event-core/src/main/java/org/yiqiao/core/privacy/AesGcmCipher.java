package org.yiqiao.core.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts with AES-256 in Galois/Counter Mode (NIST SP 800-38D). A random 96-bit initialization vector precedes the
 * encrypted data.
 */
final class AesGcmCipher {

    static final String ALGORITHM = "AES";
    static final int KEY_BYTES = 32;

    private static final String MODE = "AES/GCM/NoPadding";
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcmCipher() {}

    static byte[] randomBytes(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** @param context bound to the encrypted data: decryption requires the same context */
    static byte[] encrypt(SecretKey key, byte[] content, String context) {
        byte[] vector = randomBytes(VECTOR_BYTES);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, vector, context).doFinal(content);
            return ByteBuffer.allocate(vector.length + encrypted.length)
                    .put(vector)
                    .put(encrypted)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK does not support " + MODE, e);
        }
    }

    /** @throws GeneralSecurityException if the data was encrypted with another key or context, or changed since */
    static byte[] decrypt(SecretKey key, byte[] encrypted, String context) throws GeneralSecurityException {
        if (encrypted.length < VECTOR_BYTES) {
            throw new GeneralSecurityException("Encrypted data of " + encrypted.length + " bytes is too short");
        }
        byte[] vector = new byte[VECTOR_BYTES];
        ByteBuffer.wrap(encrypted).get(vector);
        return cipher(Cipher.DECRYPT_MODE, key, vector, context)
                .doFinal(encrypted, VECTOR_BYTES, encrypted.length - VECTOR_BYTES);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] vector, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(MODE);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, vector));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
