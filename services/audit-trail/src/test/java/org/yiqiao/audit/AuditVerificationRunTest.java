package org.yiqiao.audit;

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

/** Verifies that every change of the stored chain is detected, and its place reported. */
class AuditVerificationRunTest {

    private final AuditTestDatabase audit = new AuditTestDatabase();

    @BeforeEach
    void appendEntries() {
        audit.appendEntries(20);
    }

    @AfterEach
    void closeDatabase() {
        audit.close();
    }

    @Test
    void unchangedChainIsIntact() {
        AuditVerificationView view = audit.verify();

        assertThat(view.whole()).isTrue();
        assertThat(view.checked()).isEqualTo(20);
        assertThat(view.head().seq()).isEqualTo(20);
        assertThat(audit.verify(view.head()).whole()).isTrue();
    }

    @Test
    void emptyChainIsIntact() {
        audit.database().drop();
        assertThat(audit.verify().whole()).isTrue();
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
    void detectsChangedText(String field) {
        audit.entries().updateOne(eq(8L), set(field, "another"));
        assertBrokenAt(8, "changed");
    }

    @Test
    void detectsChangedTimeOrReference() {
        audit.entries().updateOne(eq(11L), set("refers", 4L));
        assertBrokenAt(11, "changed");
        audit.entries().updateOne(eq(9L), set("at", Date.from(Instant.EPOCH)));
        assertBrokenAt(9, "changed");
    }

    @Test
    void detectsTextMovedToAnotherField() {
        audit.entries().updateOne(eq(8L), set("caller", "worker-7community-worker@330109106004"));
        audit.entries().updateOne(eq(8L), set("posts", ""));
        assertBrokenAt(8, "changed");
    }

    @Test
    void detectsFieldOfWrongType() {
        audit.entries().updateOne(eq(8L), set("caller", new Document("$gt", 1)));
        assertBrokenAt(8, "changed");
    }

    @Test
    void detectsRemovedEntry() {
        audit.entries().deleteOne(eq(1L));
        assertBrokenAt(1, "missing");
        audit.appendEntries(1);
        assertBrokenAt(1, "missing");
    }

    @Test
    void detectsSwappedEntries() {
        Document fifth = removeDocument(5);
        Document sixth = removeDocument(6);
        audit.entries().insertOne(fifth.append("_id", 6L));
        audit.entries().insertOne(sixth.append("_id", 5L));
        assertBrokenAt(5, "reordered");
    }

    @Test
    void detectsInsertedEntry() {
        List<Document> later = audit.entries().find(gte("_id", 10L)).into(new ArrayList<>());
        AuditChainLink ninth = AuditChainLinkMapper.fromDocument(findDocument(9));
        audit.entries().deleteMany(gte("_id", 10L));
        audit.entries()
                .insertOne(AuditChainLinkMapper.toDocument(
                        AuditChainLink.createAfter(ninth.head(), AuditTestDatabase.createEntry(99))));
        later.forEach(document -> audit.entries().insertOne(document.append("_id", document.getLong("_id") + 1)));
        assertBrokenAt(11, "reordered");
    }

    @Test
    void detectsFractionalId() {
        audit.entries().insertOne(new Document(findDocument(7)).append("_id", 7.5));
        assertBrokenAt(8, "reordered");
    }

    @Test
    void detectsTruncatedChain() {
        audit.entries().deleteMany(gt("_id", 15L));
        assertBrokenAt(16, "cut");
    }

    @Test
    void detectsTruncationAfterNewEntries() {
        audit.entries().deleteMany(gt("_id", 15L));
        audit.appendEntries(10);
        assertBrokenAt(20, "rewritten");
    }

    @Test
    void detectsRewrittenChain() {
        AuditChainHead end = audit.verify().head();
        rewriteFrom(12);
        assertBrokenAt(20, "rewritten");

        audit.database().getCollection("auditHeads").drop();
        assertThat(audit.verify().whole())
                .as("only a head kept elsewhere reveals that the whole chain was rewritten")
                .isTrue();
        assertBrokenAt(20, "rewritten", end);
    }

    @Test
    void comparesWithHeadOfTheAuditor() {
        AuditChainHead end = audit.verify().head();
        rewriteFrom(12);
        String forged = findDocument(20).getString("hash");
        audit.database().getCollection("auditHeads").updateMany(gte("_id", 12L), set("hash", forged));

        assertThat(audit.verify().whole()).isTrue();
        assertBrokenAt(20, "rewritten", end);
    }

    private void rewriteFrom(long first) {
        AuditChainHead head =
                AuditChainLinkMapper.fromDocument(findDocument(first - 1)).head();
        for (long seq = first; seq <= 20; seq++) {
            AuditChainLink forged = AuditChainLink.createAfter(head, AuditTestDatabase.createEntry(1_000));
            audit.entries().replaceOne(eq(seq), AuditChainLinkMapper.toDocument(forged));
            head = forged.head();
        }
    }

    private Document findDocument(long seq) {
        return Objects.requireNonNull(audit.entries().find(eq(seq)).first());
    }

    private Document removeDocument(long seq) {
        return Objects.requireNonNull(audit.entries().findOneAndDelete(eq(seq)));
    }

    private void assertBrokenAt(long seq, String reason, AuditChainHead... known) {
        AuditVerificationView view = audit.verify(known);
        assertThat(view.whole()).isFalse();
        assertThat(view.brokenAt()).isEqualTo(seq);
        assertThat(view.why()).isEqualTo(reason);
    }
}
