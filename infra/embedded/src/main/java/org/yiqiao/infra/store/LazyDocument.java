package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A document that was read, decoded when somebody looks into it. */
final class LazyDocument {
    private final StoredDocument stored;
    private @Nullable Document document;

    LazyDocument(StoredDocument stored) {
        this.stored = stored;
    }

    StoredDocument stored() {
        return stored;
    }

    Document document() {
        Document decoded = document;
        if (decoded == null) {
            decoded = stored.decode();
            document = decoded;
        }
        return decoded;
    }
}
