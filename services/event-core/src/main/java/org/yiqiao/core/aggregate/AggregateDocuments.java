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
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.privacy.PersonalFields;
import org.yiqiao.core.privacy.Seal;
import org.yiqiao.core.privacy.Sealing;

/** Aggregates as documents, the personal fields of their states sealed apart. */
final class AggregateDocuments {

    static final String PENDING_SINCE = "pendingSince";

    static final String BELONGS = "belongs";

    private static final String SEALED = "sealed";

    private final CodecRegistry codecs;
    private final Sealing sealing;
    private final Map<Class<?>, PersonalFields> fields = new ConcurrentHashMap<>();

    AggregateDocuments(CodecRegistry codecs, Sealing sealing) {
        this.codecs = codecs;
        this.sealing = sealing;
    }

    <S> List<StoredAggregate<S>> readAll(Aggregate<S, ?, ?> aggregate, List<BsonDocument> documents) {
        if (documents.size() > 1) {
            sealing.prepare(documents.stream()
                    .filter(document -> document.isDocument(SEALED))
                    .map(document -> document.getDocument(SEALED))
                    .toList());
        }
        List<StoredAggregate<S>> read = new ArrayList<>();
        documents.forEach(document -> read.add(read(aggregate, document)));
        return read;
    }

    <S> StoredAggregate<S> read(Aggregate<S, ?, ?> aggregate, BsonDocument document) {
        String id = document.getString("_id").getValue();
        BsonDocument state = document.getDocument("state");
        Seal seal = unseal(aggregate, id, document, state);
        return new StoredAggregate<>(
                id,
                document.getNumber("version").longValue(),
                decode(aggregate.state(), state),
                belonging(document),
                document.getArray("outbox").stream()
                        .map(event -> decode(PendingEvent.class, event.asDocument()))
                        .toList(),
                decode(Memory.class, document.getDocument("memory")),
                seal);
    }

    <S> BsonDocument write(Aggregate<S, ?, ?> aggregate, StoredAggregate<S> created) {
        BsonDocument state = encode(created.state());
        BsonDocument personal = fields(aggregate).takeFrom(state);
        BsonDocument document = new BsonDocument("_id", new BsonString(created.id()))
                .append("version", new BsonInt64(created.version()))
                .append("state", state);
        if (!personal.isEmpty()) {
            document.append(SEALED, seal(aggregate, created, personal));
        }
        return document.append(
                        BELONGS, array(created.belonging().words().stream().map(BsonString::new)))
                .append("outbox", array(created.outbox().stream().map(this::encode)))
                .append("memory", encode(created.memory()))
                .append(
                        PENDING_SINCE,
                        new BsonDateTime(created.outbox().getLast().recorded().toEpochMilli()));
    }

    /** What an update sets; the last {@code added} of the outbox are new. */
    <S> Bson change(Aggregate<S, ?, ?> aggregate, StoredAggregate<S> changed, int added) {
        List<PendingEvent> outbox = changed.outbox();
        BsonDocument state = encode(changed.state());
        BsonDocument personal = fields(aggregate).takeFrom(state);
        return combine(
                changeOfSealed(aggregate, changed, personal),
                set("version", changed.version()),
                set("state", state),
                set(BELONGS, changed.belonging().words()),
                set("memory", changed.memory()),
                set(PENDING_SINCE, outbox.getLast().recorded()),
                pushEach("outbox", outbox.subList(outbox.size() - added, outbox.size())));
    }

    /** Of an erased person nothing is stored again, whatever is said of them later; what was sealed stays as the mark of that. */
    private <S> Bson changeOfSealed(Aggregate<S, ?, ?> aggregate, StoredAggregate<S> changed, BsonDocument personal) {
        if (changed.seal().isLostOf(aggregate.person(changed.state()))) {
            return combine();
        }
        return personal.isEmpty() ? unset(SEALED) : set(SEALED, seal(aggregate, changed, personal));
    }

    private <S> BsonDocument seal(Aggregate<S, ?, ?> aggregate, StoredAggregate<S> written, BsonDocument personal) {
        return sealing.seal(
                aggregate.person(written.state()), written.seal(), place(aggregate, written.id()), personal);
    }

    private Seal unseal(Aggregate<?, ?, ?> aggregate, String id, BsonDocument document, BsonDocument state) {
        if (!document.isDocument(SEALED)) {
            return Seal.NONE;
        }
        BsonDocument sealed = document.getDocument(SEALED);
        return sealing.open(sealed, place(aggregate, id))
                .map(opened -> {
                    fields(aggregate).putBack(opened.content(), state);
                    return opened.seal();
                })
                .orElseGet(() -> Seal.lost(sealed));
    }

    private PersonalFields fields(Aggregate<?, ?, ?> aggregate) {
        return fields.computeIfAbsent(aggregate.state(), PersonalFields::of);
    }

    private static String place(Aggregate<?, ?, ?> aggregate, String id) {
        return aggregate.name() + "/" + id;
    }

    /** What was written before there were belongings belongs to nobody until it changes. */
    private static Belonging belonging(BsonDocument document) {
        return document.isArray(BELONGS)
                ? new Belonging(document.getArray(BELONGS).stream()
                        .map(word -> word.asString().getValue())
                        .toList())
                : Belonging.TO_NOBODY;
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
