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

/** How often each day's requests have changed: documents {@code {_id: day, marks}}, which only grow. */
final class DayChangeCounters {

    private final MongoCollection<Document> marks;

    DayChangeCounters(MongoDatabase database) {
        marks = database.getCollection("DayMarks").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** Marks the days as changed, with one write whatever they hold. */
    void increment(Collection<String> days) {
        if (!days.isEmpty()) {
            marks.bulkWrite(
                    days.stream()
                            .map(day -> new UpdateOneModel<Document>(
                                    eq(day), inc("marks", 1L), new UpdateOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        }
    }

    /** The marks of the days from one to the other, both included, that have any. */
    Map<String, Long> countsBetween(String first, String last) {
        Map<String, Long> found = new TreeMap<>();
        marks.find(and(gte("_id", first), lte("_id", last)))
                .forEach(document -> found.put(document.getString("_id"), document.getLong("marks")));
        return found;
    }

    long countOf(String day) {
        return Objects.requireNonNullElse(countsBetween(day, day).get(day), 0L);
    }
}
