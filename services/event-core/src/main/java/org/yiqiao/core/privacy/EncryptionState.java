package org.yiqiao.core.privacy;

import java.util.Map;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The encryption status of stored personal data, as determined when it was read.
 *
 * @param person person that the encryption key belongs to; null if the data was not encrypted
 * @param key encryption key of the data; null if it was destroyed. Data is written with the same key that it was read
 *     with. If that key was destroyed meanwhile, the data stays unreadable.
 * @param elementKeys encryption keys of list elements that describe a person of their own, by person
 */
public record EncryptionState(
        @Nullable String person, @Nullable PersonEncryptionKey key, Map<String, PersonEncryptionKey> elementKeys) {

    /** No personal data, or personal data stored before such data was encrypted. */
    public static final EncryptionState NONE = new EncryptionState(null, null, Map.of());

    static EncryptionState of(PersonEncryptionKey key) {
        return new EncryptionState(key.person(), key, Map.of());
    }

    /** Returns the state of stored data after its key was destroyed. */
    public static EncryptionState ofErased(BsonDocument stored) {
        return new EncryptionState(EncryptedData.fromDocument(stored).person(), null, Map.of());
    }

    /** Returns a copy with the keys of list elements. */
    public EncryptionState withElementKeys(Map<String, PersonEncryptionKey> keys) {
        return new EncryptionState(person, key, Map.copyOf(keys));
    }

    /** Returns whether the person has been erased, and the key with the person. */
    public boolean isErased() {
        return person != null && key == null;
    }

    /** Returns whether the data is lost and belonged to that person; null stands for an unknown person. */
    public boolean isErasedFor(@Nullable String dataSubject) {
        return isErased()
                && PersonEncryptionKeyStore.personOrUnknown(dataSubject).equals(person);
    }

    /**
     * Returns the key of the data if it belongs to that person; null otherwise, or if it was destroyed. A null person
     * stands for an unknown person.
     */
    @Nullable
    PersonEncryptionKey keyFor(@Nullable String dataSubject) {
        String owner = PersonEncryptionKeyStore.personOrUnknown(dataSubject);
        return owner.equals(person) ? key : elementKeys.get(owner);
    }
}
