package org.yiqiao.core.privacy;

import java.nio.ByteBuffer;
import java.util.Collection;
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

/** Seals what is personal in a document and opens it again. */
public final class PersonalDataCipher {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final PersonKeyStore keys;

    public PersonalDataCipher(PersonKeyStore keys) {
        this.keys = keys;
    }

    /** What was opened, and how it is sealed again. */
    public record DecryptedData(BsonDocument content, EncryptionState encryptionState) {}

    /**
     * Seals with the key that something was read with, or else with the one that the person has now.
     *
     * @param person pseudonymous id, or null if it is of nobody known
     * @param place where it will be kept, such as {@code case/17}
     * @return a document to be kept there
     */
    public BsonDocument encrypt(@Nullable String person, EncryptionState before, String place, BsonDocument content) {
        PersonKey same = before.keyFor(person);
        PersonKey key = same == null ? keys.getOrCreate(person) : same;
        return key.encrypt(encode(content), place).toDocument();
    }

    /**
     * Seals with the key that something else of a person was found sealed with, and with no other; empty if that one was destroyed.
     *
     * @param place where it will be kept
     */
    public Optional<BsonDocument> encryptWithSameKey(
            String person, EncryptionState other, String place, BsonDocument content) {
        return Optional.ofNullable(other.keyFor(person))
                .map(key -> key.encrypt(encode(content), place).toDocument());
    }

    /**
     * Opens what was sealed; empty if the person has been erased since.
     *
     * @throws IllegalStateException if it was changed, or comes from another place
     */
    public Optional<DecryptedData> decrypt(BsonDocument stored, String place) {
        EncryptedData sealed = EncryptedData.fromDocument(stored);
        return keys.find(sealed.person(), sealed.key())
                .map(key -> new DecryptedData(decode(key.decrypt(sealed, place)), EncryptionState.of(key)));
    }

    /** Looks up at once the keys that many of them need. */
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
