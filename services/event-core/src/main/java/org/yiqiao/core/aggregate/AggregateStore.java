package org.yiqiao.core.aggregate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.yiqiao.core.aggregate.AggregateDocumentMapper.OWNERS;
import static org.yiqiao.core.aggregate.AggregateDocumentMapper.PENDING_SINCE;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.core.privacy.PersonalDataCipher;

/**
 * Stores the aggregates of a service, one document per aggregate. Each command writes its state, events and processed
 * commands in one atomic write of one document, acknowledged by a majority and journaled. There are no transactions
 * over several documents.
 *
 * <p>Every operation has a time limit. The operations that commands and pages need fail within eight seconds if the
 * store does not answer. Operations on a whole batch, by imports and by the relay, fail within thirty seconds.
 */
public final class AggregateStore {

    /** Shorter than the time for which callers wait, so that a caller learns that the operation was not done. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(8);

    /** Limits one batch of an import or of the relay, which can hold thousands of documents. */
    private static final Duration BATCH_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration INDEX_TIMEOUT = Duration.ofMinutes(10);

    private final MongoDatabase database;
    private final AggregateDocumentMapper documentMapper;

    /** @param keys person keys that encrypt the personal fields of states */
    public AggregateStore(MongoDatabase database, PersonEncryptionKeyStore keys) {
        this.database = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadPreference(ReadPreference.primary());
        this.documentMapper = new AggregateDocumentMapper(database.getCodecRegistry(), new PersonalDataCipher(keys));
    }

    /** Creates the indexes of the collection if they do not exist yet. */
    public void createIndexes(AggregateType<?, ?, ?> aggregate) {
        // Followed by _id, so that a query reads only the requested page of one owner.
        indexCollection(aggregate).createIndex(Indexes.ascending(OWNERS, "_id"));
        indexCollection(aggregate)
                .createIndex(
                        Indexes.ascending(PENDING_SINCE),
                        new IndexOptions()
                                .partialFilterExpression(new Document(PENDING_SINCE, new Document("$exists", true))));
    }

    /**
     * Creates a sparse index on a field such as {@code state.place}; the index holds only the documents that have the
     * field.
     */
    public void createIndex(AggregateType<?, ?, ?> aggregate, String field) {
        indexCollection(aggregate).createIndex(Indexes.ascending(field), new IndexOptions().sparse(true));
    }

    public <S> Optional<StoredAggregate<S>> find(AggregateType<S, ?, ?> aggregate, String id) {
        return Optional.ofNullable(
                        withResponseTimeout(collection(aggregate)).find(eq(id)).first())
                .map(document -> documentMapper.read(aggregate, document));
    }

    /** Returns the given ids that exist. */
    public Set<String> findExistingIds(AggregateType<?, ?, ?> aggregate, Collection<String> ids) {
        Set<String> found = new HashSet<>();
        withBatchTimeout(collection(aggregate))
                .find(in("_id", ids))
                .projection(new Document("_id", 1))
                .forEach(document -> found.add(document.getString("_id").getValue()));
        return found;
    }

    /** Returns the version of every aggregate by id; for types with few aggregates. */
    public Map<String, Long> findVersions(AggregateType<?, ?, ?> aggregate) {
        Map<String, Long> versions = new HashMap<>();
        withResponseTimeout(collection(aggregate))
                .find()
                .projection(new Document("version", 1))
                .forEach(document -> versions.put(
                        document.getString("_id").getValue(),
                        document.getNumber("version").longValue()));
        return versions;
    }

    public <S> List<StoredAggregate<S>> findAllById(AggregateType<S, ?, ?> aggregate, Collection<String> ids) {
        return query(aggregate, in("_id", ids), Integer.MAX_VALUE);
    }

    /** Returns the first aggregates, by id, with documents that match a condition, such as one on {@code state.*}. */
    public <S> List<StoredAggregate<S>> query(AggregateType<S, ?, ?> aggregate, Bson condition, int limit) {
        return documentMapper.readAll(
                aggregate,
                withResponseTimeout(collection(aggregate))
                        .find(condition)
                        .sort(new Document("_id", 1))
                        .limit(limit)
                        .into(new ArrayList<>()));
    }

    /**
     * Returns the first aggregates, by id, that match a condition and are in the access scope. Each owner in the scope
     * is a separate query, which an index answers in order.
     */
    public <S> List<StoredAggregate<S>> query(
            AggregateType<S, ?, ?> aggregate, AccessScope accessScope, Bson condition, int limit) {
        return switch (accessScope) {
            case AccessScope.FullAccess _ -> query(aggregate, condition, limit);
            case AccessScope.LimitedAccess(var owners) -> {
                SortedMap<String, StoredAggregate<S>> found = new TreeMap<>();
                for (String owner : owners) {
                    query(aggregate, and(eq(OWNERS, owner), condition), limit).forEach(one -> found.put(one.id(), one));
                }
                yield found.values().stream().limit(limit).toList();
            }
        };
    }

    /** Writes a new aggregate; returns false if its id already exists. */
    public <S> boolean insert(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> created) {
        try {
            withResponseTimeout(collection(aggregate)).insertOne(documentMapper.toDocument(aggregate, created));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Writes new aggregates, each atomically by itself. Aggregates with existing ids are left unchanged; their ids are
     * returned.
     */
    public <S> Set<String> insertAll(AggregateType<S, ?, ?> aggregate, List<StoredAggregate<S>> created) {
        try {
            withBatchTimeout(collection(aggregate))
                    .insertMany(
                            created.stream()
                                    .map(one -> documentMapper.toDocument(aggregate, one))
                                    .toList(),
                            new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            Set<String> present = new HashSet<>();
            for (var error : e.getWriteErrors()) {
                if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                present.add(created.get(error.getIndex()).id());
            }
            return present;
        }
    }

    /**
     * Writes the changes of a command: state, processed commands and events. The events are the last {@code added} ones
     * of the outbox.
     *
     * @return false if the aggregate has changed since it was read
     */
    public <S> boolean update(AggregateType<S, ?, ?> aggregate, StoredAggregate<S> changed, int added) {
        return withResponseTimeout(collection(aggregate))
                        .updateOne(
                                and(eq(changed.id()), eq("version", changed.version() - added)),
                                documentMapper.toUpdate(aggregate, changed, added))
                        .getMatchedCount()
                == 1;
    }

    /**
     * Removes published events from the outboxes.
     *
     * @param acknowledged last published sequence number of each aggregate, by id
     */
    public void removePublished(AggregateType<?, ?, ?> aggregate, Map<String, Long> acknowledged) {
        MongoCollection<BsonDocument> outboxes = withBatchTimeout(collection(aggregate));
        Map<Long, List<String>> bySeq = new TreeMap<>();
        acknowledged.forEach((id, seq) ->
                bySeq.computeIfAbsent(seq, any -> new ArrayList<>()).add(id));
        bySeq.forEach((seq, ids) -> {
            long emptied = outboxes.updateMany(
                            and(in("_id", ids), eq("version", seq)),
                            combine(set("outbox", List.of()), unset(PENDING_SINCE)))
                    .getMatchedCount();
            if (emptied < ids.size()) {
                outboxes.updateMany(in("_id", ids), pull("outbox", new Document("seq", new Document("$lte", seq))));
            }
        });
    }

    /** Returns aggregates with events pending since before {@code before}, left by a crash or an outage. */
    public <S> List<StoredAggregate<S>> findPending(AggregateType<S, ?, ?> aggregate, Instant before, int limit) {
        return findPending(aggregate, lt(PENDING_SINCE, before), limit);
    }

    /** Returns aggregates with events pending since a time in the future, written by a clock that was ahead. */
    public <S> List<StoredAggregate<S>> findPendingInFuture(
            AggregateType<S, ?, ?> aggregate, Instant after, int limit) {
        return findPending(aggregate, gt(PENDING_SINCE, after), limit);
    }

    private <S> List<StoredAggregate<S>> findPending(AggregateType<S, ?, ?> aggregate, Bson since, int limit) {
        return documentMapper.readAll(
                aggregate,
                withBatchTimeout(collection(aggregate))
                        .find(since)
                        .sort(new Document(PENDING_SINCE, 1))
                        .limit(limit)
                        .into(new ArrayList<>()));
    }

    private MongoCollection<BsonDocument> collection(AggregateType<?, ?, ?> aggregate) {
        return database.getCollection(aggregate.name(), BsonDocument.class);
    }

    private MongoCollection<BsonDocument> indexCollection(AggregateType<?, ?, ?> aggregate) {
        return collection(aggregate).withTimeout(INDEX_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T> MongoCollection<T> withResponseTimeout(MongoCollection<T> collection) {
        return collection.withTimeout(RESPONSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static <T> MongoCollection<T> withBatchTimeout(MongoCollection<T> collection) {
        return collection.withTimeout(BATCH_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
