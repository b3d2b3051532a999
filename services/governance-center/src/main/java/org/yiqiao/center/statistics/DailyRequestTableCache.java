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
 * The sheets of all days. A sheet is never counted up by events: whoever reads it makes it anew from the day's rows if
 * the day was marked since it was {@code made}, so that a replay leads to the same. What is read has every row whose day
 * was marked before, and never less than what was read before, with any number of readers and instances: a sheet is
 * stored only in place of the one that was there before its rows were read.
 */
@Component
class DailyRequestTableCache {

    private static final String VERSION_FIELD = "made";

    /** Of a sheet that has to be made anew whatever its day's marks are. */
    private static final long NOT_BUILT = -1;

    private final MongoCollection<BsonDocument> sheets;
    private final DayChangeCounters marks;
    private final RowStore<MeasuredRequest> rows;
    private final Codec<DailyRequestTableDocument> codec;

    /** Readers of one process take turns, so that those who ask at once share what the first of them makes. */
    private final Lock rebuildLock = new ReentrantLock();

    DailyRequestTableCache(MongoDatabase database) {
        sheets = database.getCollection("DaySheets", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        marks = new DayChangeCounters(database);
        rows = new RowStore<>(database, "RequestRows", MeasuredRequest.class, List.of("day"));
        codec = database.getCodecRegistry().get(DailyRequestTableDocument.class);
    }

    /** Notes that rows of these days have been written. */
    void markChanged(Collection<String> days) {
        marks.increment(days);
    }

    /** Reads the sheets of the days from one to the other, both included, one at a time and in no order. */
    void forEachBetween(String first, String last, Consumer<DailyRequestTable> reader) {
        Map<String, Long> wanted = marks.countsBetween(first, last);
        SortedSet<String> stale = new TreeSet<>(wanted.keySet());
        sheets.find(and(gte("_id", first), lte("_id", last))).forEach(document -> {
            String day = document.getString("_id").getValue();
            if (builtVersion(document) >= wanted.getOrDefault(day, 0L)) {
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
                long wanted = marks.countOf(day);
                long made = builtVersion(
                        sheets.find(eq(day)).projection(include(VERSION_FIELD)).first());
                if (made != NOT_BUILT && made >= wanted) {
                    return decode(Objects.requireNonNull(sheets.find(eq(day)).first()));
                }
                DailyRequestTable sheet = buildFromRows(day);
                if (replace(day, made, wanted, sheet)) {
                    return sheet;
                }
            }
        } finally {
            rebuildLock.unlock();
        }
    }

    private DailyRequestTable buildFromRows(String day) {
        DailyRequestTable.Builder draft = new DailyRequestTable.Builder();
        rows.forEach(eq("row.day", day), row -> draft.add(Objects.requireNonNull(row.content())));
        return draft.build();
    }

    /** @return false if another instance has written the sheet since it was looked at */
    private boolean replace(String day, long before, long made, DailyRequestTable sheet) {
        BsonDocument document = new BsonDocument("_id", new BsonString(day))
                .append(VERSION_FIELD, new BsonInt64(made))
                .append(
                        "sheet",
                        BsonDocumentWrapper.asBsonDocument(
                                DailyRequestTableDocument.of(sheet), sheets.getCodecRegistry()));
        Bson unchanged = before == NOT_BUILT ? exists(VERSION_FIELD, false) : eq(VERSION_FIELD, before);
        if (sheets.replaceOne(and(eq(day), unchanged), document).getMatchedCount() == 1) {
            return true;
        }
        return before == NOT_BUILT && insert(document);
    }

    private boolean insert(BsonDocument document) {
        try {
            sheets.insertOne(document);
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
