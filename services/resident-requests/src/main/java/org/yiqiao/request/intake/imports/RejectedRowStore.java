package org.yiqiao.request.intake.imports;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiqiao.core.privacy.EncryptionState;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.core.privacy.PersonalDataCipher;

/**
 * Stores the rejected rows of imports for a limited time, so that they can be corrected. They can contain personal data
 * and are encrypted with a key of their import. The key is destroyed with the rows, so that a backup of the
 * database alone never contains them.
 */
@Component
class RejectedRowStore {

    /** Two bytes of a character in a document of at most 16 MiB leave room for the names of its fields. */
    private static final int MAX_CHARS = 1 << 20;

    private static final Logger log = LoggerFactory.getLogger(RejectedRowStore.class);

    private final MongoCollection<BsonDocument> chunks;
    private final PersonEncryptionKeyStore keys;
    private final PersonalDataCipher cipher;
    private final Clock clock;
    private final Duration keepFor;

    RejectedRowStore(
            MongoDatabase database,
            PersonEncryptionKeyStore keys,
            Clock clock,
            @Value("${yiqiao.imports.keep-rejected-rows:7d}") Duration keepFor) {
        this.chunks = database.getCollection("importRejections", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.keys = keys;
        this.cipher = new PersonalDataCipher(keys);
        this.clock = clock;
        this.keepFor = keepFor;
        chunks.createIndex(Indexes.ascending("import", "number"));
    }

    /** Returns the time at which the rows of an import that ended at {@code finishedAt} are deleted at the latest. */
    Instant deletedAt(Instant finishedAt) {
        return finishedAt.plus(keepFor);
    }

    /**
     * Stores the rejected rows of one batch. A repeated call for the same batch replaces the rows.
     *
     * @param batch number of rows before the batch
     */
    void save(String importId, long batch, List<RejectedRow> rows) {
        List<RejectedRow> chunk = new ArrayList<>();
        long chars = 0;
        int part = 0;
        for (RejectedRow row : rows) {
            chunk.add(row);
            chars += row.fields().stream().mapToLong(String::length).sum();
            if (chars > MAX_CHARS) {
                saveChunk(importId, batch, part++, chunk);
                chunk.clear();
                chars = 0;
            }
        }
        if (!chunk.isEmpty()) {
            saveChunk(importId, batch, part, chunk);
        }
    }

    /** Passes the rows of an import to the consumer, in the order of the file; returns false if there are none. */
    boolean forEach(String importId, Consumer<RejectedRow> consumer) {
        boolean found = false;
        for (BsonDocument document : chunks.find(eq("import", importId)).sort(Sorts.ascending("number"))) {
            found |= cipher.decrypt(
                            document.getDocument("sealed"),
                            place(document.getString("_id").getValue()))
                    .map(decrypted -> {
                        decrypted.content().getArray("rows").forEach(row -> consumer.accept(decode(row.asDocument())));
                        return true;
                    })
                    .orElse(false);
        }
        return found;
    }

    boolean exist(String importId) {
        return chunks.find(eq("import", importId)).first() != null;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void deleteExpired() {
        try {
            deleteStoredBefore(clock.instant().minus(keepFor));
        } catch (MongoException e) {
            log.warn("Expired rejected rows could not be deleted; retrying in ten minutes", e);
        }
    }

    private void deleteStoredBefore(Instant time) {
        BsonDateTime limit = new BsonDateTime(time.toEpochMilli());
        Set<String> imports = new HashSet<>();
        chunks.find(lt("storedAt", limit))
                .projection(new BsonDocument("import", new BsonInt64(1)))
                .forEach(chunk -> imports.add(chunk.getString("import").getValue()));
        for (String importId : imports) {
            keys.destroy(keyOwner(importId));
            chunks.deleteMany(eq("import", importId));
            log.info("Deleted the rejected rows of import {}", importId);
        }
    }

    private void saveChunk(String importId, long batch, int part, List<RejectedRow> rows) {
        String id = importId + "/" + batch + "/" + part;
        BsonDocument content = new BsonDocument(
                "rows",
                new BsonArray(rows.stream().map(RejectedRowStore::encode).toList()));
        chunks.replaceOne(
                eq(id),
                new BsonDocument("_id", new BsonString(id))
                        .append("import", new BsonString(importId))
                        .append("number", new BsonInt64((batch << 10) + part))
                        .append("storedAt", new BsonDateTime(clock.millis()))
                        .append("sealed", cipher.encrypt(keyOwner(importId), EncryptionState.NONE, place(id), content)),
                new ReplaceOptions().upsert(true));
    }

    /** No id of a person contains a blank. */
    private static String keyOwner(String importId) {
        return "import " + importId;
    }

    private static String place(String chunk) {
        return "importRejections/" + chunk;
    }

    private static BsonDocument encode(RejectedRow row) {
        BsonDocument details = new BsonDocument();
        if (row.fault().details() != null) {
            row.fault().details().forEach((name, value) -> details.append(name, new BsonString(value)));
        }
        return new BsonDocument("line", new BsonInt64(row.line()))
                .append("code", new BsonString(row.fault().code()))
                .append("details", details)
                .append(
                        "fields",
                        new BsonArray(row.fields().stream().map(BsonString::new).toList()));
    }

    private static RejectedRow decode(BsonDocument row) {
        Map<String, String> details = new TreeMap<>();
        row.getDocument("details")
                .forEach((name, value) -> details.put(name, value.asString().getValue()));
        return new RejectedRow(
                row.getInt64("line").getValue(),
                new RowFault(row.getString("code").getValue(), details),
                row.getArray("fields").stream()
                        .map(BsonValue::asString)
                        .map(BsonString::getValue)
                        .toList());
    }
}
