package org.yiqiao.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Stores the audit chain of a service and, beside it, the heads of the chain at earlier times. The ids of the entries
 * are 1, 2, 3…
 */
final class AuditChainRepository {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONG_TIMEOUT = Duration.ofMinutes(10);

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> heads;

    AuditChainRepository(MongoDatabase database) {
        MongoDatabase durable = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        this.entries = durable.getCollection("audit");
        this.heads = durable.getCollection("auditHeads");
        MongoCollection<Document> indexed = entries.withTimeout(LONG_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        indexed.createIndex(Indexes.ascending("caller", "_id"));
        indexed.createIndex(Indexes.ascending("operation", "_id"));
        indexed.createIndex(Indexes.ascending("at"));
    }

    /**
     * Inserts links in their order. The first link with an id that already exists, and all later links, are not
     * inserted.
     */
    void insert(List<AuditChainLink> links) {
        entries.insertMany(links.stream().map(AuditChainLinkMapper::toDocument).toList());
    }

    Optional<AuditChainLink> findBySequence(long seq) {
        return Optional.ofNullable(entries.find(eq(seq)).first()).map(AuditChainLinkMapper::fromDocument);
    }

    AuditChainHead currentHead() {
        return Optional.ofNullable(
                        entries.find().sort(new Document("_id", -1)).limit(1).first())
                .map(AuditChainLinkMapper::fromDocument)
                .map(AuditChainLink::head)
                .orElse(AuditChainHead.EMPTY);
    }

    /**
     * Returns the first links that meet a condition, in the order of their sequence.
     *
     * @param seq sequence before the first candidate
     * @param last sequence of the last candidate
     */
    List<AuditChainLink> findAfter(long seq, long last, Bson condition, int limit) {
        return entries.find(and(gt("_id", seq), lte("_id", last), condition))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(AuditChainLinkMapper::fromDocument)
                .into(new ArrayList<>());
    }

    /** Saves the current end of the chain, which later shows whether the chain was cut off or rewritten. */
    void saveHead(AuditChainHead head, Instant now) {
        try {
            heads.insertOne(
                    new Document("_id", head.seq()).append("hash", head.hash()).append("at", Date.from(now)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    /** Returns the hashes of the saved heads by their sequences. */
    NavigableMap<Long, String> savedHeads() {
        NavigableMap<Long, String> saved = new TreeMap<>();
        heads.withTimeout(LONG_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).find().forEach(head -> {
            if (head.get("_id") instanceof Long seq) {
                saved.put(seq, String.valueOf(head.get("hash")));
            }
        });
        return saved;
    }
}
