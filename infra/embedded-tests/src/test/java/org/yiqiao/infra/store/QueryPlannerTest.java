package org.yiqiao.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryPlannerTest {
    private static final Document NO_ORDER = new Document();
    private static final Document BY_ID = new Document("_id", 1);

    private final StoreFixture store = new StoreFixture();

    @BeforeEach
    void createIndexes() {
        store.insert("matters", new Document("_id", 1));
        index("status", new Document("status", 1));
        index("status_day", new Document("status", 1).append("day", -1));
        index("tags", new Document("tags", 1));
        index("name", new Document("reporter.name", 1));
        store.createIndex(
                "matters",
                StoreFixture.index("pending", new Document("pendingSince", 1))
                        .append("partialFilterExpression", exists("pendingSince")));
        store.createIndex(
                "matters",
                StoreFixture.index("number", new Document("number", 1))
                        .append("unique", true)
                        .append("sparse", true));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void index(String name, Document key) {
        store.createIndex("matters", StoreFixture.index(name, key));
    }

    private static Document exists(String field) {
        return new Document(field, new Document("$exists", true));
    }

    private QueryPlan plan(Document query, Document order, boolean limited) {
        return store.plan("matters", query, order, limited);
    }

    private @Nullable String indexFor(Document query) {
        SecondaryIndex index = plan(query, NO_ORDER, false).index();
        return index == null ? null : index.getName();
    }

    @Test
    void idQueryIsAKeyLookup() {
        QueryPlan one = plan(new Document("_id", "x").append("status", "a"), NO_ORDER, false);
        assertThat(one.index()).isNull();
        assertThat(one.ranges()).singleElement().satisfies(range -> assertThat(range.isSingleKey())
                .isTrue());

        QueryPlan some = plan(new Document("_id", new Document("$in", List.of("x", "y", "x"))), NO_ORDER, false);
        assertThat(some.ranges()).hasSize(2).allMatch(KeyRange::isSingleKey);
    }

    @Test
    void keysetPageIsReadInOrder() {
        Document afterCursor = new Document("_id", new Document("$gt", "x"));
        QueryPlan all = plan(afterCursor, BY_ID, true);
        assertThat(all.index()).isNull();
        assertThat(all.bounded()).isTrue();
        assertThat(all.sorted()).isTrue();

        QueryPlan ofStatus = plan(new Document(afterCursor).append("status", "a"), BY_ID, true);
        assertThat(ofStatus.index()).isNotNull();
        assertThat(ofStatus.equalFields()).isEqualTo(1);
        assertThat(ofStatus.bounded()).isTrue();
        assertThat(ofStatus.sorted()).isTrue();
    }

    @Test
    void indexWithMostEqualFieldsIsChosen() {
        assertThat(indexFor(new Document("status", "a").append("day", "d"))).isEqualTo("status_day");
        assertThat(indexFor(new Document("reporter.name", "x"))).isEqualTo("name");
        assertThat(indexFor(new Document("day", "d"))).isNull();
    }

    @Test
    void rangeAfterEqualFieldsUsesTheIndex() {
        QueryPlan plan = plan(
                new Document("status", "a").append("day", new Document("$gte", "d").append("$lt", "e")),
                new Document("day", 1),
                false);
        assertThat(plan.bounded()).isTrue();
        assertThat(plan.sorted()).isTrue();
        assertThat(plan.reverse()).isTrue();
    }

    @Test
    void partialIndexServesOnlyQueriesThatImplyItsFilter() {
        Document before = new Document("pendingSince", new Document("$lt", Instant.EPOCH));
        assertThat(indexFor(before)).isEqualTo("pending");
        assertThat(indexFor(exists("pendingSince"))).isEqualTo("pending");
        assertThat(indexFor(new Document("pendingSince", null))).isNull();
        assertThat(plan(NO_ORDER, new Document("pendingSince", 1), true).index())
                .isNull();
    }

    @Test
    void sparseIndexDoesNotServeNullQueries() {
        assertThat(indexFor(new Document("number", 7))).isEqualTo("number");
        assertThat(indexFor(new Document("number", new Document("$in", Arrays.asList(7, null)))))
                .isNull();
    }

    @Test
    void indexProvidesTheOrderOnlyForLimitedQueries() {
        Document byTags = new Document("tags", -1);
        assertThat(plan(NO_ORDER, byTags, true).index()).isNotNull();
        assertThat(plan(NO_ORDER, byTags, false).index()).isNull();
    }

    @Test
    void multikeyIndexProvidesNoOrder() {
        store.insert("matters", new Document("_id", 2).append("tags", List.of("a", "b")));
        assertThat(plan(NO_ORDER, new Document("tags", 1), true).index()).isNull();
        assertThat(indexFor(new Document("tags", "a"))).isEqualTo("tags");
        assertThat(plan(new Document("tags", "a"), NO_ORDER, false).mayRepeat()).isTrue();
    }

    @Test
    void multikeyIndexProvidesIdOrderForASingleValue() {
        store.insert("matters", new Document("_id", 2).append("tags", List.of("a", "b")));

        Document tagged = new Document("tags", "a").append("_id", new Document("$gt", 1));
        assertThat(plan(tagged, BY_ID, true).sorted()).isTrue();
        Document either = new Document("tags", new Document("$in", List.of("a", "b")));
        assertThat(plan(either, BY_ID, true).sorted()).isFalse();
        Document byTagsFirst = new Document("tags", 1).append("_id", 1);
        assertThat(plan(tagged, byTagsFirst, true).sorted()).isFalse();
    }

    @Test
    void andConditionsUseTheIndex() {
        Document both = new Document("$and", List.of(new Document("status", "a"), new Document("day", "d")));
        assertThat(indexFor(both)).isEqualTo("status_day");
    }

    @Test
    void unsupportedConditionsFallBackToAScan() {
        assertThat(indexFor(new Document("status", new Document("$ne", "a")))).isNull();
        assertThat(indexFor(new Document("status", new Document("$regex", "^a"))))
                .isNull();
        assertThat(indexFor(new Document("tags", List.of("a", "b")))).isNull();
        assertThat(indexFor(new Document("$or", List.of(new Document("status", "a"), new Document("x", 1)))))
                .isNull();
    }
}
