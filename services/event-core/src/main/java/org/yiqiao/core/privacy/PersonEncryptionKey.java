package org.yiqiao.core.privacy;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;

/**
 * The key of a person. Data encrypted with it is readable as long as the key exists.
 *
 * @param person pseudonymous id
 * @param id id of this key; a person that returns after an erasure gets another key
 */
public record PersonEncryptionKey(String person, String id, SecretKey secret) {

    static PersonEncryptionKey create(String person) {
        return of(person, UUID.randomUUID().toString(), AesGcmCipher.randomBytes(AesGcmCipher.KEY_BYTES));
    }

    static PersonEncryptionKey of(String person, String id, byte[] secret) {
        return new PersonEncryptionKey(person, id, new SecretKeySpec(secret, AesGcmCipher.ALGORITHM));
    }

    /** @param place storage location; the data can be decrypted only there */
    EncryptedData encrypt(byte[] content, String place) {
        return new EncryptedData(person, id, new BsonBinary(AesGcmCipher.encrypt(secret, content, place)));
    }

    /** @throws IllegalStateException if the data was changed, or stored in another place */
    byte[] decrypt(EncryptedData encrypted, String place) {
        try {
            return AesGcmCipher.decrypt(secret, encrypted.data().getData(), place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The encrypted data in " + place + " was changed or moved", e);
        }
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "PersonKey[" + person + ", " + id + "]";
    }
}
