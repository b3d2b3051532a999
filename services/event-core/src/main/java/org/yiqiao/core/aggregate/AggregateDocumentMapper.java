package org.yiqiao.core.aggregate;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.privacy.EncryptionState;
import org.yiqiao.core.privacy.PersonalDataCipher;
import org.yiqiao.core.privacy.PersonalFieldPaths;

/** Aggregates as documents, the personal fields of their states sealed apart. */
final class AggregateDocumentMapper {

    static final String PENDING_SINCE = "pendingSince";

    static final String OWNERS = "belongs";

    private static final String ENCRYPTED = "sealed";

    private final CodecRegistry codecs;
    private final PersonalDataCipher cipher;
    private final Map<Class<?>, PersonalFieldPaths> fieldPaths = new ConcurrentHashMap<>();

    AggregateDocumentMapper(CodecRegistry codecs, PersonalDataCipher sealing) {
        this.codecs = codecs;
        this.cipher = sealing;
    }

    <S> List<StoredAggregate<S>> readAll(AggregateType<S, ?, ?> aggregate, List<BsonDocument> documents) {
        if (documents.size() > 1) {
            cipher.preloadKeys(documents.stream()
                    .filter(document -> document.isDocument(ENCRYPTED))
                    .map(document -> document.getDocument(ENCRYPTED))
                    .toList());
        }
        List<StoredAggregate<S>> read = new ArrayList<>();
        documents.forEach(document -> read.add(read(aggregate, document)));
        return read;
    }

    <S> StoredAggregate<S> read(AggregateType<S, ?, ?> aggregate, BsonDocument document) {
        String id = document.getString("_id").getValue();
        BsonDocument state = document.getDocument("state");
        EncryptionState seal = decrypt(aggregate, id, document, state);
        return new StoredAggregate<>(
                id,
                document.getNumber("version").longValue(),
                decode(aggregate.stateClass(), state),
                readOwnership(document),
                document.getArray("outbox").stream()
                        .map(event -> decode(PendingEvent.class, event.asDocument()))
                        .toList(),
                decode(ProcessedCommands.class, document.getDocument("memory")),
                seal);
    }

    <S> BsonDocument toDocument(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> created) {
        BsonDocument state = encode(created.state());
        BsonDocument personal = fieldPaths(aggregate).extractFrom(state);
        BsonDocument document = new BsonDocument("_id", new BsonString(created.id()))
                .append("version", new BsonInt64(created.version()))
                .append("state", state);
        if (!personal.isEmpty()) {
            document.append(ENCRYPTED, encrypt(aggregate, created, personal));
        }
        return document.append(
                        OWNERS, array(created.ownership().owners().stream().map(BsonString::new)))
                .append("outbox", array(created.outbox().stream().map(this::encode)))
                .append("memory", encode(created.processedCommands()))
                .append(
                        PENDING_SINCE,
                        new BsonDateTime(created.outbox().getLast().recorded().toEpochMilli()));
    }

    /** What an update sets; the last {@code added} of the outbox are new. */
    <S> Bson toUpdate(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> changed, int added) {
        List<PendingEvent> outbox = changed.outbox();
        BsonDocument state = encode(changed.state());
        BsonDocument personal = fieldPaths(aggregate).extractFrom(state);
        return combine(
                toEncryptedUpdate(aggregate, changed, personal),
                set("version", changed.version()),
                set("state", state),
                set(OWNERS, changed.ownership().owners()),
                set("memory", changed.processedCommands()),
                set(PENDING_SINCE, outbox.getLast().recorded()),
                pushEach("outbox", outbox.subList(outbox.size() - added, outbox.size())));
    }

    /** Of an erased person nothing is stored again, whatever is said of them later; what was sealed stays as the mark of that. */
    private <S> Bson toEncryptedUpdate(
            AggregateType<S, ?, ?> aggregate, StoredAggregate<S> changed, BsonDocument personal) {
        if (changed.encryptionState().isErasedFor(aggregate.dataSubject(changed.state()))) {
            return combine();
        }
        return personal.isEmpty() ? unset(ENCRYPTED) : set(ENCRYPTED, encrypt(aggregate, changed, personal));
    }

    private <S> BsonDocument encrypt(
            AggregateType<S, ?, ?> aggregate, StoredAggregate<S> written, BsonDocument personal) {
        return cipher.encrypt(
                aggregate.dataSubject(written.state()),
                written.encryptionState(),
                encryptionContext(aggregate, written.id()),
                personal);
    }

    private EncryptionState decrypt(
            AggregateType<?, ?, ?> aggregate, String id, BsonDocument document, BsonDocument state) {
        if (!document.isDocument(ENCRYPTED)) {
            return EncryptionState.NONE;
        }
        BsonDocument sealed = document.getDocument(ENCRYPTED);
        return cipher.decrypt(sealed, encryptionContext(aggregate, id))
                .map(opened -> {
                    fieldPaths(aggregate).restoreInto(opened.content(), state);
                    return opened.encryptionState();
                })
                .orElseGet(() -> EncryptionState.ofErased(sealed));
    }

    private PersonalFieldPaths fieldPaths(AggregateType<?, ?, ?> aggregate) {
        return fieldPaths.computeIfAbsent(aggregate.stateClass(), PersonalFieldPaths::of);
    }

    private static String encryptionContext(AggregateType<?, ?, ?> aggregate, String id) {
        return aggregate.name() + "/" + id;
    }

    /** What was written before there were belongings belongs to nobody until it changes. */
    private static Ownership readOwnership(BsonDocument document) {
        return document.isArray(OWNERS)
                ? new Ownership(document.getArray(OWNERS).stream()
                        .map(word -> word.asString().getValue())
                        .toList())
                : Ownership.NONE;
    }

    private static BsonArray array(Stream<? extends BsonValue> values) {
        return new BsonArray(values.toList());
    }

    private <T> T decode(Class<T> type, BsonDocument document) {
        return codecs.get(type)
                .decode(document.asBsonReader(), DecoderContext.builder().build());
    }

    @SuppressWarnings("unchecked")
    private <T> BsonDocument encode(T value) {
        BsonDocument document = new BsonDocument();
        Codec<T> codec = (Codec<T>) codecs.get(value.getClass());
        codec.encode(
                new BsonDocumentWriter(document),
                value,
                EncoderContext.builder().build());
        return document;
    }
}
