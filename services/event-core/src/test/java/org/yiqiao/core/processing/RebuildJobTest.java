package org.yiqiao.core.processing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class RebuildJobTest extends AbstractRebuildTest {

    @Test
    void correctRowsAreNotChanged() {
        assertThat(rebuild().corrected()).isZero();
        assertThat(holders.updatedPersons).isEmpty();
        assertThat(row(a)).isEqualTo(new ProjectionRow<>(a, 2, new Holders.HolderRow("chief-2", 2)));
    }

    @Test
    void damagedRowIsCorrected() {
        documents.updateOne(Filters.eq(a), Updates.set("row.person", "nobody"));
        documents.updateOne(Filters.eq(b), Updates.set("row", "not even a row"));

        assertThat(rebuild().corrected()).isEqualTo(2);

        assertThat(row(a)).isEqualTo(new ProjectionRow<>(a, 2, new Holders.HolderRow("chief-2", 2)));
        assertThat(row(b)).isEqualTo(new ProjectionRow<>(b, 1, new Holders.HolderRow("chief-1", 1)));
        assertThat(processorFactory.rowStore(holders).versions()).containsEntry(a, new RowStore.RowVersion(2, 1));
    }

    @Test
    void rowWithInvalidSequenceIsCorrected() {
        documents.updateOne(Filters.eq(a), Updates.set("lastSeq", 99L));
        documents.updateOne(Filters.eq(b), Updates.set("lastSeq", "damaged"));

        assertThat(rebuild().corrected()).isEqualTo(2);

        publish(a, 3);
        topicReader.readToEnd(processor::process);
        assertThat(row(a)).isEqualTo(new ProjectionRow<>(a, 3, new Holders.HolderRow("chief-3", 3)));
        assertThat(row(b).lastSeq()).isEqualTo(1);
    }

    @Test
    void missingRowIsRestored() {
        documents.deleteMany(new Document());

        RebuildStatus rebuild = rebuild();

        assertThat(rebuild.corrected()).isEqualTo(2);
        assertThat(rebuild.rows()).isEqualTo(2);
        assertThat(rebuild.read()).isEqualTo(3);
        assertThat(rebuild.total()).isEqualTo(3);
        assertThat(row(a).lastSeq()).isEqualTo(2);
    }

    @Test
    void rowOfUnknownAggregateIsRemoved() {
        documents.insertOne(new Document("_id", "ghost-" + town)
                .append("lastSeq", 4L)
                .append("row", new Document("person", "ghost").append("number", 4)));

        assertThat(rebuild().removed()).isEqualTo(1);

        assertThat(row("ghost-" + town).lastSeq()).isZero();
        assertThat(holders.updatedPersons).contains("ghost");
    }

    @Test
    void changedProjectionUpdatesRowsAndDerivedData() {
        holders.title = "Chief ";

        rebuild();

        assertThat(row(a).content()).isEqualTo(new Holders.HolderRow("Chief chief-2", 2));
        assertThat(holders.updatedPersons).contains("chief-2", "Chief chief-2");
    }

    @Test
    void nextRebuildCompletesUnfinishedJournal() {
        database.getCollection("Holders.unsettled")
                .insertOne(new Document("_id", new ObjectId())
                        .append(
                                "document",
                                new Document("_id", a)
                                        .append("lastSeq", 2L)
                                        .append("row", new Document("person", "before").append("number", 2))));

        rebuild();

        assertThat(holders.updatedPersons).contains("before");
    }

    @Test
    void rebuildLeavesNoCollectionsAndNoMetrics() {
        double applied = appliedCount();
        database.getCollection("Holders.rebuild-" + new ObjectId("000000000000000000000001"))
                .insertOne(new Document("_id", "left over"));
        documents.deleteMany(new Document());

        rebuild();

        assertThat(database.listCollectionNames()).noneMatch(name -> name.contains("rebuild-"));
        assertThat(appliedCount()).isEqualTo(applied);
    }

    @Test
    void duplicateEventsAreAppliedOnce() {
        for (long seq : new long[] {1, 2, 3, 1, 2, 3}) {
            publish(a, seq);
        }
        topicReader.readToEnd(processor::process);
        documents.deleteOne(Filters.eq(a));

        rebuild();

        assertThat(row(a)).isEqualTo(new ProjectionRow<>(a, 3, new Holders.HolderRow("chief-3", 3)));
    }

    private double appliedCount() {
        return meters.get("yiqiao.processing.records")
                .tag("outcome", "applied")
                .counter()
                .count();
    }
}
