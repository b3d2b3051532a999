package org.yiqiao.bench.stream.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.yiqiao.bench.stream.RequestSubmitted;

/** Writes one row for each request. An event that is not newer than the row changes nothing. */
final class RequestRowWriter implements Consumer<List<RequestSubmitted>> {

    private final MongoCollection<Document> rows;

    RequestRowWriter(MongoClient client) {
        rows = client.getDatabase("stream-only")
                .getCollection("rows")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Override
    public void accept(List<RequestSubmitted> events) {
        try {
            rows.bulkWrite(
                    events.stream().map(RequestRowWriter::upsert).toList(), new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (!e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    /** Returns the upsert of an event. For an event that is not newer, the upsert fails with a duplicate key. */
    private static UpdateOneModel<Document> upsert(RequestSubmitted event) {
        return new UpdateOneModel<>(
                and(eq("_id", event.id()), lt("lastSeq", event.seq())),
                combine(
                        set("lastSeq", event.seq()),
                        set("service", event.service()),
                        set("kind", event.kind()),
                        set("channel", event.channel()),
                        set("lat", event.lat()),
                        set("lon", event.lon()),
                        set("requestedAt", Date.from(event.requestedAt()))),
                new UpdateOptions().upsert(true));
    }
}
