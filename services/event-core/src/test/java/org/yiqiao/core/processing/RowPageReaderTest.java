package org.yiqiao.core.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.TestDatabase;

class RowPageReaderTest {

    private static final int ROWS = 2 * RowStore.PAGE_SIZE + 1;

    private final MongoCollection<BsonDocument> rows = TestDatabase.create().getCollection("rows", BsonDocument.class);
    private final RowPageReader pages = new RowPageReader(rows);

    @Test
    void everyRowIsReadOnceDespiteConcurrentWrites() {
        rows.insertMany(IntStream.range(0, ROWS).mapToObj(n -> row(id(n))).toList());
        List<String> read = new ArrayList<>(ids(pages.nextPage()));
        assertThat(read).hasSize(RowStore.PAGE_SIZE).last().isEqualTo(id(RowStore.PAGE_SIZE - 1));

        rows.deleteOne(Filters.eq(id(RowStore.PAGE_SIZE - 1)));
        rows.deleteOne(Filters.eq(id(RowStore.PAGE_SIZE)));
        rows.insertOne(row(id(0) + "-behind"));
        rows.insertOne(row(id(RowStore.PAGE_SIZE - 1) + "-next"));
        for (List<BsonDocument> page = pages.nextPage(); !page.isEmpty(); page = pages.nextPage()) {
            read.addAll(ids(page));
        }

        List<String> expected = new ArrayList<>(
                IntStream.range(0, ROWS).mapToObj(RowPageReaderTest::id).toList());
        expected.set(RowStore.PAGE_SIZE, id(RowStore.PAGE_SIZE - 1) + "-next");
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void emptyCollectionHasNoPage() {
        assertThat(pages.nextPage()).isEmpty();
    }

    private static List<String> ids(List<BsonDocument> page) {
        return page.stream().map(RowStore::id).toList();
    }

    private static String id(int number) {
        return "%05d".formatted(number);
    }

    private static BsonDocument row(String id) {
        return new BsonDocument("_id", new BsonString(id));
    }
}
