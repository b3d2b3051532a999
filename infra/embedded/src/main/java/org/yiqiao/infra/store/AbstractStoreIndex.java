package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * An index as the library knows it: it only decides whether a write is allowed. The collection writes index entries
 * together with their document, and plans the queries itself.
 */
abstract class AbstractStoreIndex extends Index<KeyBytes> {
    AbstractStoreIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** Returns the key under which a document is stored. */
    static KeyBytes positionOf(Document document) {
        return KeyEncoder.keyOf(document.get(IndexField.ID.name()));
    }

    @Override
    @SuppressWarnings("NullAway") // the library expects null for "not by this index"
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
        throw new UnsupportedOperationException("The collection plans its queries itself");
    }

    /** Returns false, because the library would fill an empty index. */
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
