package org.yiqiao.audit;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** Maps links to documents and back. A field of a wrong type yields a substitute value, which verification detects. */
final class AuditChainLinkMapper {

    private AuditChainLinkMapper() {}

    static Document toDocument(AuditChainLink link) {
        AuditEntry entry = link.entry();
        return new Document("_id", link.seq())
                .append("at", Date.from(entry.at()))
                .append("operation", entry.operation())
                .append("target", entry.target())
                .append("caller", entry.caller())
                .append("posts", entry.posts())
                .append("address", entry.address())
                .append("purpose", entry.purpose())
                .append("correlation", entry.correlation())
                .append("refers", entry.refers())
                .append("outcome", entry.outcome())
                .append("detail", entry.detail())
                .append("previous", link.previousHash())
                .append("hash", link.hash());
    }

    static AuditChainLink fromDocument(Document document) {
        return new AuditChainLink(
                document.get("_id") instanceof Long seq ? seq : -1,
                new AuditEntry(
                        document.get("at") instanceof Date at ? at.toInstant() : Instant.EPOCH,
                        textField(document, "operation"),
                        textField(document, "target"),
                        textField(document, "caller"),
                        textField(document, "posts"),
                        textField(document, "address"),
                        textField(document, "purpose"),
                        textField(document, "correlation"),
                        document.get("refers") instanceof Long refers ? refers : -1,
                        textField(document, "outcome"),
                        textField(document, "detail")),
                textField(document, "previous"),
                textField(document, "hash"));
    }

    private static String textField(Document document, String field) {
        return document.get(field) instanceof String text ? text : "";
    }
}
