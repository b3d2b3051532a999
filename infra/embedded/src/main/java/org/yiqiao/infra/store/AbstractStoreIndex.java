package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * What the library must know of an index: whether a write is allowed. Entries are written with their document, by the
 * collection, and queries are planned by the collection too.
 */
abstract class AbstractStoreIndex extends Index<KeyBytes> {
    AbstractStoreIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** The documents' own key for a document. */
    static KeyBytes positionOf(Document document) {
        return KeyEncoder.keyOf(document.get(IndexField.ID.name()));
    }

    @Override
    @SuppressWarnings("NullAway") // null is how the library's contract says "not by this index"
    public KeyBytes getPosition(Document document) {
        return null;
    }

    @Override
    public final void add(Document document, KeyBytes position, MongoCollection<KeyBytes> collection) {}

    @Override
    public final void updateInPlace(
            Document before, Document after, KeyBytes position, MongoCollection<KeyBytes> collection) {}

    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<KeyBytes> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection plans its queries itself");
    }

    /** An empty index would be filled by the library. */
    @Override
    public final boolean isEmpty() {
        return false;
    }

    @Override
    public final long getDataSize() {
        return getCount();
    }

    @Override
    public final void drop() {}
}
