package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A stored document that is decoded on first access. */
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
