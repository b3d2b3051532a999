package org.yiqiao.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class RebuildTest extends RebuiltPosts {

    @Test
    void whatIsRightIsLeftAlone() {
        assertThat(rebuilt().corrected()).isZero();
        assertThat(holders.settled).isEmpty();
        assertThat(row(a)).isEqualTo(new Row<>(a, 2, new Holders.Holder("chief-2", 2)));
    }

    @Test
    void aDamagedRowIsMended() {
        documents.updateOne(Filters.eq(a), Updates.set("row.person", "nobody"));
        documents.updateOne(Filters.eq(b), Updates.set("row", "not even a row"));

        assertThat(rebuilt().corrected()).isEqualTo(2);

        assertThat(row(a)).isEqualTo(new Row<>(a, 2, new Holders.Holder("chief-2", 2)));
        assertThat(row(b)).isEqualTo(new Row<>(b, 1, new Holders.Holder("chief-1", 1)));
        assertThat(feeds.rows(holders).versions()).containsEntry(a, new RowStore.Version(2, 1));
    }

    @Test
    void aRowThatWouldTakeNoMoreEventsIsMended() {
        documents.updateOne(Filters.eq(a), Updates.set("lastSeq", 99L));
        documents.updateOne(Filters.eq(b), Updates.set("lastSeq", "damaged"));

        assertThat(rebuilt().corrected()).isEqualTo(2);

        publish(a, 3);
        log.readOn(feed::accept);
        assertThat(row(a)).isEqualTo(new Row<>(a, 3, new Holders.Holder("chief-3", 3)));
        assertThat(row(b).lastSeq()).isEqualTo(1);
    }

    @Test
    void aMissingRowComesBack() {
        documents.deleteMany(new Document());

        Rebuild rebuild = rebuilt();

        assertThat(rebuild.corrected()).isEqualTo(2);
        assertThat(rebuild.rows()).isEqualTo(2);
        assertThat(rebuild.read()).isEqualTo(3);
        assertThat(rebuild.of()).isEqualTo(3);
        assertThat(row(a).lastSeq()).isEqualTo(2);
    }

    @Test
    void aRowOfAnAggregateThatTheLogDoesNotKnowGoes() {
        documents.insertOne(new Document("_id", "ghost-" + town)
                .append("lastSeq", 4L)
                .append("row", new Document("person", "ghost").append("number", 4)));

        assertThat(rebuilt().removed()).isEqualTo(1);

        assertThat(row("ghost-" + town).lastSeq()).isZero();
        assertThat(holders.settled).contains("ghost");
    }

    @Test
    void aProjectionWhoseCodeChangedGetsItsNewRowsAndWhatDependsOnThemIsSettled() {
        holders.title = "Chief ";

        rebuilt();

        assertThat(row(a).content()).isEqualTo(new Holders.Holder("Chief chief-2", 2));
        assertThat(holders.settled).contains("chief-2", "Chief chief-2");
    }

    @Test
    void whatAKilledRebuildDidNotSettleTheNextOneSettles() {
        database.getCollection("Holders.unsettled")
                .insertOne(new Document("_id", new ObjectId())
                        .append(
                                "document",
                                new Document("_id", a)
                                        .append("lastSeq", 2L)
                                        .append("row", new Document("person", "before").append("number", 2))));

        rebuilt();

        assertThat(holders.settled).contains("before");
    }

    @Test
    void nothingIsLeftOverAndTheFeedsFiguresAreItsOwn() {
        double applied = applied();
        database.getCollection("Holders.rebuild-" + new ObjectId("000000000000000000000001"))
                .insertOne(new Document("_id", "left over"));
        documents.deleteMany(new Document());

        rebuilt();

        assertThat(database.listCollectionNames()).noneMatch(name -> name.contains("rebuild-"));
        assertThat(applied()).isEqualTo(applied);
    }

    @Test
    void whatTheLogRepeatsIsAppliedOnce() {
        for (long seq : new long[] {1, 2, 3, 1, 2, 3}) {
            publish(a, seq);
        }
        log.readOn(feed::accept);
        documents.deleteOne(Filters.eq(a));

        rebuilt();

        assertThat(row(a)).isEqualTo(new Row<>(a, 3, new Holders.Holder("chief-3", 3)));
    }

    private double applied() {
        return meters.get("yiqiao.feed.records")
                .tag("outcome", "applied")
                .counter()
                .count();
    }
}
