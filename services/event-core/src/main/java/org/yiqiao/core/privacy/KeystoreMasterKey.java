package org.yiqiao.core.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.Binary;

/**
 * Provides master keys from a PKCS #12 keystore. The key with the alphabetically last alias wraps; all keys unwrap, so
 * that a new key can be added beside the old ones.
 */
public final class KeystoreMasterKey implements MasterKey {

    private static final String TYPE = "PKCS12";
    private static final String FIRST = "master-1";

    private final NavigableMap<String, SecretKey> keys;

    private KeystoreMasterKey(NavigableMap<String, SecretKey> keys) {
        this.keys = keys;
    }

    /**
     * Loads the keystore.
     *
     * @throws IOException if the keystore cannot be read or opened with the password
     * @throws IllegalStateException if the keystore has no AES key
     */
    public static KeystoreMasterKey load(Path keystore, char[] password) throws IOException {
        NavigableMap<String, SecretKey> keys = new TreeMap<>();
        try (InputStream file = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(file, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof SecretKey key
                        && key.getAlgorithm().equals(AesGcmCipher.ALGORITHM)) {
                    keys.put(alias, key);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("The keystore " + keystore + " cannot be opened", e);
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("The keystore " + keystore + " has no AES key");
        }
        return new KeystoreMasterKey(keys);
    }

    /**
     * Creates a keystore with one new master key.
     *
     * @throws FileAlreadyExistsException if the keystore exists, for example because another instance created it
     */
    public static void create(Path keystore, char[] password) throws IOException {
        // The temporary file is accessible to its owner only.
        Path temporary = Files.createTempFile(keystore.toAbsolutePath().getParent(), "master", ".tmp");
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, password);
            store.setKeyEntry(
                    FIRST,
                    new SecretKeySpec(AesGcmCipher.randomBytes(AesGcmCipher.KEY_BYTES), AesGcmCipher.ALGORITHM),
                    password,
                    null);
            try (OutputStream file = Files.newOutputStream(temporary)) {
                store.store(file, password);
            }
            // The link is atomic and fails if the keystore exists.
            Files.createLink(keystore, temporary);
        } catch (GeneralSecurityException e) {
            throw new IOException("The keystore " + keystore + " cannot be created", e);
        } finally {
            Files.delete(temporary);
        }
    }

    @Override
    public WrappedKey wrap(byte[] key, String context) {
        Map.Entry<String, SecretKey> newest = keys.lastEntry();
        return new WrappedKey(newest.getKey(), new Binary(AesGcmCipher.encrypt(newest.getValue(), key, context)));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped, String context) {
        SecretKey master = keys.get(wrapped.masterKeyName());
        if (master == null) {
            throw new IllegalStateException("The keystore has no master key " + wrapped.masterKeyName());
        }
        try {
            return AesGcmCipher.decrypt(master, wrapped.key().getData(), context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key was not wrapped in this context with the master key " + wrapped.masterKeyName(), e);
        }
    }
}
