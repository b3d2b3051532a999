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
public final class Sealing {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final PersonKeys keys;

    public Sealing(PersonKeys keys) {
        this.keys = keys;
    }

    /** What was opened, and how it is sealed again. */
    public record Opened(BsonDocument content, Seal seal) {}

    /**
     * Seals with the key that something was read with, or else with the one that the person has now.
     *
     * @param person pseudonymous id, or null if it is of nobody known
     * @param place where it will be kept, such as {@code case/17}
     * @return a document to be kept there
     */
    public BsonDocument seal(@Nullable String person, Seal before, String place, BsonDocument content) {
        PersonKey same = before.keyOf(person);
        PersonKey key = same == null ? keys.of(person) : same;
        return key.seal(bytes(content), place).stored();
    }

    /**
     * Seals with the key that something else of a person was found sealed with, and with no other; empty if that one was destroyed.
     *
     * @param place where it will be kept
     */
    public Optional<BsonDocument> sealAlike(String person, Seal other, String place, BsonDocument content) {
        return Optional.ofNullable(other.keyOf(person))
                .map(key -> key.seal(bytes(content), place).stored());
    }

    /**
     * Opens what was sealed; empty if the person has been erased since.
     *
     * @throws IllegalStateException if it was changed, or comes from another place
     */
    public Optional<Opened> open(BsonDocument stored, String place) {
        Sealed sealed = Sealed.of(stored);
        return keys.named(sealed.person(), sealed.key())
                .map(key -> new Opened(document(key.open(sealed, place)), Seal.by(key)));
    }

    /** Looks up at once the keys that many of them need. */
    public void prepare(Collection<BsonDocument> stored) {
        keys.all(stored.stream().map(each -> Sealed.of(each).person()).collect(Collectors.toUnmodifiableSet()));
    }

    private static byte[] bytes(BsonDocument document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            CODEC.encode(writer, document, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }

    private static BsonDocument document(byte[] bytes) {
        try (BsonBinaryReader reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
            return CODEC.decode(reader, DecoderContext.builder().build());
        }
    }
}
