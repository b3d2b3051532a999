package org.yiqiao.center.statistics;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.Document;

/** Counters of the changes to the requests of each day, stored as {@code {_id: day, marks}}. They only grow. */
final class DayChangeCounters {

    private final MongoCollection<Document> counters;

    DayChangeCounters(MongoDatabase database) {
        counters = database.getCollection("DayMarks").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Increments the counters of the days with one write, independent of the number of requests. */
    void increment(Collection<String> days) {
        if (!days.isEmpty()) {
            counters.bulkWrite(
                    days.stream()
                            .map(day -> new UpdateOneModel<Document>(
                                    eq(day), inc("marks", 1L), new UpdateOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    /** Returns the counters of the changed days from {@code first} to {@code last}, both inclusive. */
    Map<String, Long> countsBetween(String first, String last) {
        Map<String, Long> counts = new TreeMap<>();
        counters.find(and(gte("_id", first), lte("_id", last)))
                .forEach(document -> counts.put(document.getString("_id"), document.getLong("marks")));
        return counts;
    }

    long countOf(String day) {
        return Objects.requireNonNullElse(countsBetween(day, day).get(day), 0L);
    }
}
