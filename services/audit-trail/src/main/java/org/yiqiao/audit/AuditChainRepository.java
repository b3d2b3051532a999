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

/** The chain of a service in its database, whose ids are 1, 2, 3…, and beside it the heads that it had now and then. */
final class AuditChainRepository {

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration INDEX = Duration.ofMinutes(10);

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> heads;

    AuditChainRepository(MongoDatabase database) {
        MongoDatabase safe = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary())
                .withTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        this.entries = safe.getCollection("audit");
        this.heads = safe.getCollection("auditHeads");
        MongoCollection<Document> indexed = entries.withTimeout(INDEX.toMillis(), TimeUnit.MILLISECONDS);
        indexed.createIndex(Indexes.ascending("caller", "_id"));
        indexed.createIndex(Indexes.ascending("operation", "_id"));
        indexed.createIndex(Indexes.ascending("at"));
    }

    /** Inserts links in their order; the first whose id is taken, and all after it, are not inserted. */
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

    /** The first links after a sequence, up to another, that meet a condition. */
    List<AuditChainLink> findAfter(long seq, long last, Bson condition, int limit) {
        return entries.find(and(gt("_id", seq), lte("_id", last), condition))
                .sort(new Document("_id", 1))
                .limit(limit)
                .map(AuditChainLinkMapper::fromDocument)
                .into(new ArrayList<>());
    }

    /** Keeps what the end of the chain is now, to show later whether it was cut or written anew. */
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

    /** The heads that were kept: sequence and hash. */
    NavigableMap<Long, String> savedHeads() {
        NavigableMap<Long, String> kept = new TreeMap<>();
        heads.withTimeout(INDEX.toMillis(), TimeUnit.MILLISECONDS).find().forEach(head -> {
            if (head.get("_id") instanceof Long seq) {
                kept.put(seq, String.valueOf(head.get("hash")));
            }
        });
        return kept;
    }
}
