package org.yiqiao.center.statistics;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.core.processing.RowStore;

/**
 * The stored tables of all days. Events never increment a table: if the day changed after the table was built, the next
 * reader rebuilds the table from the rows of the day. Therefore a replay leads to the same result.
 *
 * <p>A read contains every row of a day that was marked as changed before the read, and never less than an earlier
 * read. This holds for any number of readers and instances: a rebuilt table is stored only if it replaces the version
 * that was stored before its rows were read.
 */
@Component
class DailyRequestTableCache {

    private static final String VERSION_FIELD = "made";

    /** The version of a table that is missing or stored without a version; such a table is always rebuilt. */
    private static final long NOT_BUILT = -1;

    private final MongoCollection<BsonDocument> tables;
    private final DayChangeCounters changeCounters;
    private final RowStore<MeasuredRequest> rows;
    private final Codec<DailyRequestTableDocument> codec;

    /** Serializes rebuilds in this process, so that concurrent readers share the table that the first one builds. */
    private final Lock rebuildLock = new ReentrantLock();

    DailyRequestTableCache(MongoDatabase database) {
        tables = database.getCollection("DaySheets", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        changeCounters = new DayChangeCounters(database);
        rows = new RowStore<>(database, "RequestRows", MeasuredRequest.class, List.of("day"));
        codec = database.getCodecRegistry().get(DailyRequestTableDocument.class);
    }

    /** Records that rows of these days were written. */
    void markChanged(Collection<String> days) {
        changeCounters.increment(days);
    }

    /** Passes the tables of the days from {@code first} to {@code last}, both inclusive, to the reader in any order. */
    void forEachBetween(String first, String last, Consumer<DailyRequestTable> reader) {
        Map<String, Long> currentVersions = changeCounters.countsBetween(first, last);
        SortedSet<String> stale = new TreeSet<>(currentVersions.keySet());
        tables.find(and(gte("_id", first), lte("_id", last))).forEach(document -> {
            String day = document.getString("_id").getValue();
            if (builtVersion(document) >= currentVersions.getOrDefault(day, 0L)) {
                stale.remove(day);
                reader.accept(decode(document));
            } else {
                stale.add(day);
            }
        });
        stale.forEach(day -> reader.accept(loadOrRebuild(day)));
    }

    private DailyRequestTable loadOrRebuild(String day) {
        rebuildLock.lock();
        try {
            while (true) {
                long currentVersion = changeCounters.countOf(day);
                long storedVersion = builtVersion(
                        tables.find(eq(day)).projection(include(VERSION_FIELD)).first());
                if (storedVersion != NOT_BUILT && storedVersion >= currentVersion) {
                    return decode(Objects.requireNonNull(tables.find(eq(day)).first()));
                }
                DailyRequestTable table = buildFromRows(day);
                if (replace(day, storedVersion, currentVersion, table)) {
                    return table;
                }
            }
        } finally {
            rebuildLock.unlock();
        }
    }

    private DailyRequestTable buildFromRows(String day) {
        DailyRequestTable.Builder builder = new DailyRequestTable.Builder();
        rows.forEach(eq("row.day", day), row -> builder.add(Objects.requireNonNull(row.content())));
        return builder.build();
    }

    /** Stores the table. Returns false if another instance has stored one since the version was read. */
    private boolean replace(String day, long replacedVersion, long version, DailyRequestTable table) {
        BsonDocument document = new BsonDocument("_id", new BsonString(day))
                .append(VERSION_FIELD, new BsonInt64(version))
                .append(
                        "sheet",
                        BsonDocumentWrapper.asBsonDocument(
                                DailyRequestTableDocument.of(table), tables.getCodecRegistry()));
        Bson unchanged =
                replacedVersion == NOT_BUILT ? exists(VERSION_FIELD, false) : eq(VERSION_FIELD, replacedVersion);
        if (tables.replaceOne(and(eq(day), unchanged), document).getMatchedCount() == 1) {
            return true;
        }
        return replacedVersion == NOT_BUILT && insert(document);
    }

    private boolean insert(BsonDocument document) {
        try {
            tables.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static long builtVersion(@Nullable BsonDocument document) {
        return document == null || !document.containsKey(VERSION_FIELD)
                ? NOT_BUILT
                : document.getNumber(VERSION_FIELD).longValue();
    }

    private DailyRequestTable decode(BsonDocument document) {
        return codec.decode(
                        document.getDocument("sheet").asBsonReader(),
                        DecoderContext.builder().build())
                .toTable();
    }
}
