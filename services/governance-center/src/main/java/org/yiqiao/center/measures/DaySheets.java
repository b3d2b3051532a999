package org.yiqiao.center.measures;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.springframework.stereotype.Component;
import org.yiqiao.core.feed.Row;
import org.yiqiao.core.feed.RowStore;

/**
 * The sheets of all days. A sheet is never counted up by events: it is made anew from the day's rows, so that a replay
 * leads to the same. Two consumers that make one sheet at once settle it by its counter.
 */
@Component
class DaySheets {

    private static final String COUNTER = "counter";

    private final MongoCollection<BsonDocument> sheets;
    private final RowStore<RequestRow> rows;
    private final Codec<DaySheet> codec;

    DaySheets(MongoDatabase database) {
        sheets = database.getCollection("DaySheets", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        rows = new RowStore<>(database, "RequestRows", RequestRow.class, List.of("day"));
        codec = database.getCodecRegistry().get(DaySheet.class);
    }

    /** The sheets of the days from one to the other, both included. */
    List<DaySheet> between(String first, String last) {
        List<DaySheet> found = new ArrayList<>();
        sheets.find(and(gte("_id", first), lte("_id", last))).forEach(document -> found.add(read(document)));
        return found;
    }

    void recompute(Collection<String> days) {
        Collection<String> left = days;
        while (!left.isEmpty()) {
            left = attempt(left);
        }
    }

    /** Makes the sheets of these days; returns those that another consumer wrote meanwhile. */
    private List<String> attempt(Collection<String> days) {
        Map<String, Long> counters = new HashMap<>();
        sheets.find(in("_id", days))
                .projection(new BsonDocument(COUNTER, new BsonInt64(1)))
                .forEach(document -> counters.put(
                        document.getString("_id").getValue(),
                        document.getNumber(COUNTER).longValue()));
        Map<String, List<Row<RequestRow>>> byDay = new HashMap<>();
        for (Row<RequestRow> row : rows.find(in("row.day", days))) {
            byDay.computeIfAbsent(Objects.requireNonNull(row.content()).day(), any -> new ArrayList<>())
                    .add(row);
        }
        List<String> overtaken = new ArrayList<>();
        byDay.forEach((day, requests) -> {
            if (!write(day, counters.getOrDefault(day, 0L), DaySheet.of(requests))) {
                overtaken.add(day);
            }
        });
        return overtaken;
    }

    private boolean write(String day, long counter, DaySheet sheet) {
        BsonDocument document = new BsonDocument("_id", new BsonString(day))
                .append(COUNTER, new BsonInt64(counter + 1))
                .append("sheet", BsonDocumentWrapper.asBsonDocument(sheet, sheets.getCodecRegistry()));
        if (counter > 0) {
            return sheets.replaceOne(and(eq(day), eq(COUNTER, counter)), document)
                            .getMatchedCount()
                    == 1;
        }
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

    private DaySheet read(BsonDocument document) {
        return codec.decode(
                document.getDocument("sheet").asBsonReader(),
                DecoderContext.builder().build());
    }
}
