package org.yiqiao.core.privacy;

import org.bson.types.Binary;

/**
 * The key that wraps the keys of persons. It is stored outside the database: in a keystore file, or in a key management
 * service.
 */
public interface MasterKey {

    /**
     * Wraps a key.
     *
     * @param context purpose of the key; unwrapping requires the same context
     */
    WrappedKey wrap(byte[] key, String context);

    /** @throws IllegalStateException if the key was wrapped with another master key or for another context */
    byte[] unwrap(WrappedKey wrapped, String context);

    /** @param masterKeyName name of the master key that wrapped the key */
    record WrappedKey(String masterKeyName, Binary key) {}
}
