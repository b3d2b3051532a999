package org.yiqiao.core.feed;

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

class RowPagesTest {

    private static final int ROWS = 2 * RowStore.PAGE + 1;

    private final MongoCollection<BsonDocument> rows = TestDatabase.fresh().getCollection("rows", BsonDocument.class);
    private final RowPages pages = new RowPages(rows);

    @Test
    void everyRowIsReadOnceWhateverOthersWriteMeanwhile() {
        rows.insertMany(IntStream.range(0, ROWS).mapToObj(n -> row(id(n))).toList());
        List<String> read = new ArrayList<>(ids(pages.next()));
        assertThat(read).hasSize(RowStore.PAGE).last().isEqualTo(id(RowStore.PAGE - 1));

        rows.deleteOne(Filters.eq(id(RowStore.PAGE - 1)));
        rows.deleteOne(Filters.eq(id(RowStore.PAGE)));
        rows.insertOne(row(id(0) + "-behind"));
        rows.insertOne(row(id(RowStore.PAGE - 1) + "-next"));
        for (List<BsonDocument> page = pages.next(); !page.isEmpty(); page = pages.next()) {
            read.addAll(ids(page));
        }

        List<String> expected = new ArrayList<>(
                IntStream.range(0, ROWS).mapToObj(RowPagesTest::id).toList());
        expected.set(RowStore.PAGE, id(RowStore.PAGE - 1) + "-next");
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void whereThereIsNoneThereIsNoPage() {
        assertThat(pages.next()).isEmpty();
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
