package org.yiqiao.core.aggregate;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.yiqiao.core.privacy.PersonEncryptionKey;
import org.yiqiao.core.privacy.PersonalDataCipher;
import org.yiqiao.core.privacy.PersonalFieldPaths;
import org.yiqiao.core.privacy.PersonalList;

/** Maps aggregates to documents and stores the personal fields of their states encrypted, apart from the state. */
final class AggregateDocumentMapper {

    static final String PENDING_SINCE = "pendingSince";

    static final String OWNERS = "belongs";

    private static final String ENCRYPTED = "sealed";

    private final CodecRegistry codecs;
    private final PersonalDataCipher cipher;
    private final Map<Class<?>, PersonalFieldPaths> fieldPaths = new ConcurrentHashMap<>();

    AggregateDocumentMapper(CodecRegistry codecs, PersonalDataCipher cipher) {
        this.codecs = codecs;
        this.cipher = cipher;
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
        EncryptionState encryptionState =
                decrypt(aggregate, id, document, state).withElementKeys(decryptElements(aggregate, id, state));
        return new StoredAggregate<>(
                id,
                document.getNumber("version").longValue(),
                decode(aggregate.stateClass(), state),
                readOwnership(document),
                document.getArray("outbox").stream()
                        .map(event -> decode(PendingEvent.class, event.asDocument()))
                        .toList(),
                decode(ProcessedCommands.class, document.getDocument("memory")),
                encryptionState);
    }

    <S> BsonDocument toDocument(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> created) {
        BsonDocument state = encode(created.state());
        BsonDocument personal = fieldPaths(aggregate).extractFrom(state);
        encryptElements(aggregate, created, state);
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

    /** Returns the update that stores a changed aggregate; only the last {@code added} events of its outbox are new. */
    <S> Bson toUpdate(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> changed, int added) {
        List<PendingEvent> outbox = changed.outbox();
        BsonDocument state = encode(changed.state());
        BsonDocument personal = fieldPaths(aggregate).extractFrom(state);
        encryptElements(aggregate, changed, state);
        return combine(
                toEncryptedUpdate(aggregate, changed, personal),
                set("version", changed.version()),
                set("state", state),
                set(OWNERS, changed.ownership().owners()),
                set("memory", changed.processedCommands()),
                set(PENDING_SINCE, outbox.getLast().recorded()),
                pushEach("outbox", outbox.subList(outbox.size() - added, outbox.size())));
    }

    /**
     * Returns the update of the encrypted part. After the erasure of a person, no personal data of that person is
     * stored again, regardless of later events. The existing encrypted data stays in place and marks the erasure.
     */
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
        BsonDocument encrypted = document.getDocument(ENCRYPTED);
        return cipher.decrypt(encrypted, encryptionContext(aggregate, id))
                .map(decrypted -> {
                    fieldPaths(aggregate).restoreInto(decrypted.content(), state);
                    return decrypted.encryptionState();
                })
                .orElseGet(() -> EncryptionState.ofErased(encrypted));
    }

    /** Replaces the personal fields of list elements by their encrypted form, each with the key of its own person. */
    private <S> void encryptElements(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> written, BsonDocument state) {
        for (PersonalList list : fieldPaths(aggregate).lists()) {
            for (BsonDocument element : list.elementsOf(state)) {
                BsonDocument personal = list.fields().extractFrom(element);
                String person = list.subjectOf(element);
                if (!personal.isEmpty() && !written.encryptionState().isErasedFor(person)) {
                    String context = elementContext(aggregate, written.id(), list);
                    element.append(ENCRYPTED, cipher.encrypt(person, written.encryptionState(), context, personal));
                }
            }
        }
    }

    /** Restores the personal fields of list elements, except of erased persons, and returns the keys by person. */
    private Map<String, PersonEncryptionKey> decryptElements(
            AggregateType<?, ?, ?> aggregate, String id, BsonDocument state) {
        Map<String, PersonEncryptionKey> keys = new HashMap<>();
        for (PersonalList list : fieldPaths(aggregate).lists()) {
            for (BsonDocument element : list.elementsOf(state)) {
                if (element.remove(ENCRYPTED) instanceof BsonDocument encrypted) {
                    cipher.decryptElement(encrypted, elementContext(aggregate, id, list), keys)
                            .ifPresent(personal -> list.fields().restoreInto(personal, element));
                }
            }
        }
        return keys;
    }

    private static String elementContext(AggregateType<?, ?, ?> aggregate, String id, PersonalList list) {
        return encryptionContext(aggregate, id) + "/" + list.name();
    }

    private PersonalFieldPaths fieldPaths(AggregateType<?, ?, ?> aggregate) {
        return fieldPaths.computeIfAbsent(aggregate.stateClass(), PersonalFieldPaths::of);
    }

    private static String encryptionContext(AggregateType<?, ?, ?> aggregate, String id) {
        return aggregate.name() + "/" + id;
    }

    /** Returns the owners; a document written before ownership existed has no owners until the aggregate changes. */
    private static Ownership readOwnership(BsonDocument document) {
        return document.isArray(OWNERS)
                ? new Ownership(document.getArray(OWNERS).stream()
                        .map(owner -> owner.asString().getValue())
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
