package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The index on _id. It has no map of its own, because the documents are sorted by _id. */
final class IdIndex extends AbstractStoreIndex {
    private final MVMap<KeyBytes, StoredDocument> documents;

    IdIndex(String name, MVMap<KeyBytes, StoredDocument> documents) {
        super(name, List.of(new IndexKey(IndexField.ID.name(), true)), false);
        this.documents = documents;
    }

    @Override
    @SuppressWarnings("NullAway") // the library expects null for "not found"
    public KeyBytes getPosition(Document document) {
        KeyBytes position = positionOf(document);
        return documents.containsKey(position) ? position : null;
    }

    @Override
    public KeyBytes remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<KeyBytes> collection) {
        if (documents.containsKey(positionOf(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(IndexField.ID.name())));
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<KeyBytes> collection) {
        // the library rejects changes of the _id
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public boolean isUnique() {
        return true;
    }
}
