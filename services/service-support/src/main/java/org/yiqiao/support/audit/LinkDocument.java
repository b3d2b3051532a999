package org.yiqiao.support.audit;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** A link as the store keeps it. What somebody made unreadable reads as something else, and its hash tells. */
final class LinkDocument {

    private LinkDocument() {}

    static Document of(Link link) {
        Entry entry = link.entry();
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
                .append("previous", link.previous())
                .append("hash", link.hash());
    }

    static Link read(Document document) {
        return new Link(
                document.get("_id") instanceof Long seq ? seq : -1,
                new Entry(
                        document.get("at") instanceof Date at ? at.toInstant() : Instant.EPOCH,
                        text(document, "operation"),
                        text(document, "target"),
                        text(document, "caller"),
                        text(document, "posts"),
                        text(document, "address"),
                        text(document, "purpose"),
                        text(document, "correlation"),
                        document.get("refers") instanceof Long refers ? refers : -1,
                        text(document, "outcome"),
                        text(document, "detail")),
                text(document, "previous"),
                text(document, "hash"));
    }

    private static String text(Document document, String field) {
        return document.get(field) instanceof String text ? text : "";
    }
}
