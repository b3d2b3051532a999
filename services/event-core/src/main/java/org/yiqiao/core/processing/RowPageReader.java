package org.yiqiao.core.processing;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** Reads all rows of a store, page by page in the order of their ids, while others write to it. */
final class RowPageReader {

    private final MongoCollection<BsonDocument> rows;
    private Bson rest = new Document();

    RowPageReader(MongoCollection<BsonDocument> rows) {
        this.rows = rows;
    }

    /** Returns the next rows; empty after the last. */
    List<BsonDocument> nextPage() {
        List<BsonDocument> page = rows.find(rest, RawBsonDocument.class)
                .sort(new Document("_id", 1))
                .limit(RowStore.PAGE_SIZE)
                .batchSize(RowStore.PAGE_SIZE)
                .into(new ArrayList<>());
        if (!page.isEmpty()) {
            rest = gt("_id", page.getLast().get("_id"));
        }
        return page;
    }
}
