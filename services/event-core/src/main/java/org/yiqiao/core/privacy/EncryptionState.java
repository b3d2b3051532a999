package org.yiqiao.core.privacy;

import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * How what is personal in something stored was found.
 *
 * @param person whose key it was sealed with; null if it was not sealed
 * @param key that it was sealed with. What was read with it is written with it: if it was destroyed meanwhile, it stays unreadable.
 *     Null if that has happened
 */
public record EncryptionState(
        @Nullable String person, @Nullable PersonKey key) {

    /** There was nothing personal, or it was stored before such things were sealed. */
    public static final EncryptionState NONE = new EncryptionState(null, null);

    static EncryptionState of(PersonKey key) {
        return new EncryptionState(key.person(), key);
    }

    /** The seal of something stored whose key was destroyed. */
    public static EncryptionState ofErased(BsonDocument stored) {
        return new EncryptionState(EncryptedData.fromDocument(stored).person(), null);
    }

    /** Whether the person has been erased, and the key with them. */
    public boolean isErased() {
        return person != null && key == null;
    }

    /** Whether it is lost and was that person's; null is nobody known. */
    public boolean isErasedFor(@Nullable String someone) {
        return isErased() && PersonKeyStore.personOrUnknown(someone).equals(person);
    }

    /** The key of a person, null being nobody known, if that is what it is sealed with. */
    @Nullable
    PersonKey keyFor(@Nullable String someone) {
        return PersonKeyStore.personOrUnknown(someone).equals(person) ? key : null;
    }
}
