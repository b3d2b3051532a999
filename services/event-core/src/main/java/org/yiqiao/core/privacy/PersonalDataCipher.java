package org.yiqiao.core.privacy;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts the personal data of a document. */
public final class PersonalDataCipher {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final PersonEncryptionKeyStore keys;

    public PersonalDataCipher(PersonEncryptionKeyStore keys) {
        this.keys = keys;
    }

    /** Decrypted data, and the state with which it is encrypted again. */
    public record DecryptedData(BsonDocument content, EncryptionState encryptionState) {}

    /**
     * Encrypts with the key that the data was read with or, if there is none, with the person's current key.
     *
     * @param person pseudonymous id; null for an unknown person
     * @param place storage location, such as {@code case/17}
     * @return a document to store in that place
     */
    public BsonDocument encrypt(@Nullable String person, EncryptionState before, String place, BsonDocument content) {
        PersonEncryptionKey same = before.keyFor(person);
        PersonEncryptionKey key = same == null ? keys.getOrCreate(person) : same;
        return key.encrypt(encode(content), place).toDocument();
    }

    /**
     * Encrypts with the key that other data of the person was encrypted with, and with no other key. Returns empty if
     * that key was destroyed.
     *
     * @param place storage location
     */
    public Optional<BsonDocument> encryptWithSameKey(
            String person, EncryptionState other, String place, BsonDocument content) {
        return Optional.ofNullable(other.keyFor(person))
                .map(key -> key.encrypt(encode(content), place).toDocument());
    }

    /**
     * Decrypts stored data; returns empty if the person has been erased since.
     *
     * @throws IllegalStateException if the data was changed, or comes from another place
     */
    public Optional<DecryptedData> decrypt(BsonDocument stored, String place) {
        EncryptedData encrypted = EncryptedData.fromDocument(stored);
        return keys.find(encrypted.person(), encrypted.key())
                .map(key -> new DecryptedData(decode(key.decrypt(encrypted, place)), EncryptionState.of(key)));
    }

    /** Decrypts a list element like {@link #decrypt}, and adds its key to the keys by person. */
    public Optional<BsonDocument> decryptElement(
            BsonDocument stored, String place, Map<String, PersonEncryptionKey> usedKeys) {
        EncryptedData encrypted = EncryptedData.fromDocument(stored);
        return keys.find(encrypted.person(), encrypted.key()).map(key -> {
            usedKeys.put(key.person(), key);
            return decode(key.decrypt(encrypted, place));
        });
    }

    /** Loads with one query the keys that the stored documents need. */
    public void preloadKeys(Collection<BsonDocument> stored) {
        keys.findAll(stored.stream()
                .map(each -> EncryptedData.fromDocument(each).person())
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static byte[] encode(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }

    private static BsonDocument decode(byte[] bytes) {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
    }
}
