package org.yiqiao.center.measures;

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
import org.yiqiao.core.feed.RowStore;

/**
 * The sheets of all days. A sheet is never counted up by events: whoever reads it makes it anew from the day's rows if
 * the day was marked since it was {@code made}, so that a replay leads to the same. What is read has every row whose day
 * was marked before, and never less than what was read before, with any number of readers and instances: a sheet is
 * stored only in place of the one that was there before its rows were read.
 */
@Component
class DaySheets {

    private static final String MADE = "made";

    /** Of a sheet that has to be made anew whatever its day's marks are. */
    private static final long NEVER = -1;

    private final MongoCollection<BsonDocument> sheets;
    private final DayMarks marks;
    private final RowStore<RequestRow> rows;
    private final Codec<StoredSheet> codec;

    /** Readers of one process take turns, so that those who ask at once share what the first of them makes. */
    private final Lock making = new ReentrantLock();

    DaySheets(MongoDatabase database) {
        sheets = database.getCollection("DaySheets", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        marks = new DayMarks(database);
        rows = new RowStore<>(database, "RequestRows", RequestRow.class, List.of("day"));
        codec = database.getCodecRegistry().get(StoredSheet.class);
    }

    /** Notes that rows of these days have been written. */
    void mark(Collection<String> days) {
        marks.mark(days);
    }

    /** Reads the sheets of the days from one to the other, both included, one at a time and in no order. */
    void between(String first, String last, Consumer<DaySheet> reader) {
        Map<String, Long> wanted = marks.between(first, last);
        SortedSet<String> stale = new TreeSet<>(wanted.keySet());
        sheets.find(and(gte("_id", first), lte("_id", last))).forEach(document -> {
            String day = document.getString("_id").getValue();
            if (made(document) >= wanted.getOrDefault(day, 0L)) {
                stale.remove(day);
                reader.accept(read(document));
            } else {
                stale.add(day);
            }
        });
        stale.forEach(day -> reader.accept(current(day)));
    }

    private DaySheet current(String day) {
        making.lock();
        try {
            while (true) {
                long wanted = marks.of(day);
                long made = made(sheets.find(eq(day)).projection(include(MADE)).first());
                if (made != NEVER && made >= wanted) {
                    return read(Objects.requireNonNull(sheets.find(eq(day)).first()));
                }
                DaySheet sheet = fromRows(day);
                if (write(day, made, wanted, sheet)) {
                    return sheet;
                }
            }
        } finally {
            making.unlock();
        }
    }

    private DaySheet fromRows(String day) {
        DaySheet.Draft draft = new DaySheet.Draft();
        rows.forEach(eq("row.day", day), row -> draft.add(Objects.requireNonNull(row.content())));
        return draft.sheet();
    }

    /** @return false if another instance has written the sheet since it was looked at */
    private boolean write(String day, long before, long made, DaySheet sheet) {
        BsonDocument document = new BsonDocument("_id", new BsonString(day))
                .append(MADE, new BsonInt64(made))
                .append("sheet", BsonDocumentWrapper.asBsonDocument(StoredSheet.of(sheet), sheets.getCodecRegistry()));
        Bson unchanged = before == NEVER ? exists(MADE, false) : eq(MADE, before);
        if (sheets.replaceOne(and(eq(day), unchanged), document).getMatchedCount() == 1) {
            return true;
        }
        return before == NEVER && insert(document);
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

    private static long made(@Nullable BsonDocument document) {
        return document == null || !document.containsKey(MADE)
                ? NEVER
                : document.getNumber(MADE).longValue();
    }

    private DaySheet read(BsonDocument document) {
        return codec.decode(
                        document.getDocument("sheet").asBsonReader(),
                        DecoderContext.builder().build())
                .sheet();
    }
}
