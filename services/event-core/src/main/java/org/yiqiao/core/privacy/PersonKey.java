package org.yiqiao.core.privacy;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;

/**
 * A person's key: what it seals is readable as long as it exists.
 *
 * @param person pseudonymous id
 * @param id of this key; who comes again after an erasure gets another one
 */
public record PersonKey(String person, String id, SecretKey secret) {

    static PersonKey create(String person) {
        return of(person, UUID.randomUUID().toString(), AesGcmCipher.randomBytes(AesGcmCipher.KEY_BYTES));
    }

    static PersonKey of(String person, String id, byte[] secret) {
        return new PersonKey(person, id, new SecretKeySpec(secret, AesGcmCipher.ALGORITHM));
    }

    /** @param place where it is kept: nowhere else it opens */
    EncryptedData encrypt(byte[] content, String place) {
        return new EncryptedData(person, id, new BsonBinary(AesGcmCipher.encrypt(secret, content, place)));
    }

    /** @throws IllegalStateException if it was changed, or kept elsewhere */
    byte[] decrypt(EncryptedData sealed, String place) {
        try {
            return AesGcmCipher.decrypt(secret, sealed.data().getData(), place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is sealed in " + place + " is not what was put there", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PersonKey[" + person + ", " + id + "]";
    }
}
