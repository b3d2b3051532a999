package org.yiqiao.support.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the stored chain is found, and where. */
class VerificationTest {

    private final TestAudit audit = new TestAudit();

    @BeforeEach
    void fill() {
        audit.fill(20);
    }

    @AfterEach
    void end() {
        audit.close();
    }

    @Test
    void aChainThatNobodyTouchedIsWhole() {
        VerificationView view = audit.verified();

        assertThat(view.whole()).isTrue();
        assertThat(view.checked()).isEqualTo(20);
        assertThat(view.head().seq()).isEqualTo(20);
        assertThat(audit.verified(view.head()).whole()).isTrue();
    }

    @Test
    void aChainWithoutEntriesIsWhole() {
        audit.database().drop();
        assertThat(audit.verified().whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation",
                "target",
                "caller",
                "posts",
                "address",
                "purpose",
                "correlation",
                "outcome",
                "detail",
                "hash"
            })
    void aTextThatWasChanged(String field) {
        audit.entries().updateOne(eq(8L), set(field, "another"));
        brokenAt(8, "changed");
    }

    @Test
    void aTimeOrAReferenceThatWasChanged() {
        audit.entries().updateOne(eq(11L), set("refers", 4L));
        brokenAt(11, "changed");
        audit.entries().updateOne(eq(9L), set("at", Date.from(Instant.EPOCH)));
        brokenAt(9, "changed");
    }

    @Test
    void aTextThatMovedFromOneFieldToTheNext() {
        audit.entries().updateOne(eq(8L), set("caller", "worker-7community-worker@330109106004"));
        audit.entries().updateOne(eq(8L), set("posts", ""));
        brokenAt(8, "changed");
    }

    @Test
    void aFieldThatWasMadeUnreadable() {
        audit.entries().updateOne(eq(8L), set("caller", new Document("$gt", 1)));
        brokenAt(8, "changed");
    }

    @Test
    void anEntryThatWasTakenOut() {
        audit.entries().deleteOne(eq(1L));
        brokenAt(1, "missing");
        audit.fill(1);
        brokenAt(1, "missing");
    }

    @Test
    void entriesThatWereSwapped() {
        Document fifth = taken(5);
        Document sixth = taken(6);
        audit.entries().insertOne(fifth.append("_id", 6L));
        audit.entries().insertOne(sixth.append("_id", 5L));
        brokenAt(5, "reordered");
    }

    @Test
    void anEntryThatWasPutInBetween() {
        List<Document> later = audit.entries().find(gte("_id", 10L)).into(new ArrayList<>());
        Link ninth = LinkDocument.read(present(9));
        audit.entries().deleteMany(gte("_id", 10L));
        audit.entries().insertOne(LinkDocument.of(Link.after(ninth.head(), TestAudit.entry(99))));
        later.forEach(document -> audit.entries().insertOne(document.append("_id", document.getLong("_id") + 1)));
        brokenAt(11, "reordered");
    }

    @Test
    void anIdThatNoServiceWouldGive() {
        audit.entries().insertOne(new Document(present(7)).append("_id", 7.5));
        brokenAt(8, "reordered");
    }

    @Test
    void entriesThatWereCutOffAtTheEnd() {
        audit.entries().deleteMany(gt("_id", 15L));
        brokenAt(16, "cut");
    }

    @Test
    void aCutIsSeenAlsoWhenTheChainGoesOnAfterIt() {
        audit.entries().deleteMany(gt("_id", 15L));
        audit.fill(10);
        brokenAt(20, "rewritten");
    }

    @Test
    void aChainThatWasWrittenAnewFromSomePlaceOn() {
        Head end = audit.verified().head();
        rewriteFrom(12);
        brokenAt(20, "rewritten");

        audit.database().getCollection("auditHeads").drop();
        assertThat(audit.verified().whole())
                .as("whoever writes all of it anew is found out only by a head kept elsewhere")
                .isTrue();
        brokenAt(20, "rewritten", end);
    }

    @Test
    void aHeadThatTheAuditorBringsCountsBesideTheOneThatIsStored() {
        Head end = audit.verified().head();
        rewriteFrom(12);
        String forged = present(20).getString("hash");
        audit.database().getCollection("auditHeads").updateMany(gte("_id", 12L), set("hash", forged));

        assertThat(audit.verified().whole()).isTrue();
        brokenAt(20, "rewritten", end);
    }

    private void rewriteFrom(long first) {
        Head head = LinkDocument.read(present(first - 1)).head();
        for (long seq = first; seq <= 20; seq++) {
            Link forged = Link.after(head, TestAudit.entry(1_000));
            audit.entries().replaceOne(eq(seq), LinkDocument.of(forged));
            head = forged.head();
        }
    }

    private Document present(long seq) {
        return Objects.requireNonNull(audit.entries().find(eq(seq)).first());
    }

    private Document taken(long seq) {
        return Objects.requireNonNull(audit.entries().findOneAndDelete(eq(seq)));
    }

    private void brokenAt(long seq, String why, Head... known) {
        VerificationView view = audit.verified(known);
        assertThat(view.whole()).isFalse();
        assertThat(view.brokenAt()).isEqualTo(seq);
        assertThat(view.why()).isEqualTo(why);
    }
}
