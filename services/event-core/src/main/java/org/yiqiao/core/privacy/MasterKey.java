package org.yiqiao.core.privacy;

import org.bson.types.Binary;

/**
 * The key that the keys of persons are wrapped with. It is kept outside of the database: in a keystore's file, or in a key
 * management service.
 */
public interface MasterKey {

    /**
     * Wraps a key.
     *
     * @param context what the key is for; it has to be the same when it is unwrapped
     */
    WrappedKey wrap(byte[] key, String context);

    /** @throws IllegalStateException if it was wrapped with another master key or for another context */
    byte[] unwrap(WrappedKey wrapped, String context);

    /** @param masterKeyName name of the master key that it was wrapped with */
    record WrappedKey(String masterKeyName, Binary key) {}
}
