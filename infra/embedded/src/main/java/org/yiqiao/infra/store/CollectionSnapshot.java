package org.yiqiao.infra.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** The documents of a collection and its indexes at one moment, unaffected by later writes. */
final class CollectionSnapshot implements AutoCloseable {
    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final MVMap<KeyBytes, StoredDocument> documents;
    private final RootReference<KeyBytes, StoredDocument> root;
    private final Map<SecondaryIndex, RootReference<KeyBytes, Integer>> indexRoots;

    /**
     * Takes the snapshot; the caller excludes changes of the maps. The usage, registered before, prevents the file from
     * reusing their pages.
     */
    CollectionSnapshot(
            MVStore store,
            MVStore.TxCounter usage,
            MVMap<KeyBytes, StoredDocument> documents,
            List<SecondaryIndex> indexes) {
        this.store = store;
        this.usage = usage;
        this.documents = documents;
        this.root = documents.flushAndGetRoot();
        this.indexRoots = new HashMap<>();
        indexes.forEach(index -> indexRoots.put(index, index.entries().flushAndGetRoot()));
    }

    List<SecondaryIndex> indexes() {
        return List.copyOf(indexRoots.keySet());
    }

    @Nullable
    StoredDocument document(KeyBytes position) {
        return documents.get(root.root, position);
    }

    long count() {
        return root.getTotalCount();
    }

    Stream<StoredDocument> documents(KeyRange range, boolean reverse) {
        if (range.isSingleKey()) {
            return Stream.ofNullable(range.from()).mapMulti((key, out) -> {
                StoredDocument stored = document(key);
                if (stored != null) {
                    out.accept(stored);
                }
            });
        }
        Cursor<KeyBytes, StoredDocument> cursor = cursor(documents, root, range, reverse);
        return stream(cursor).map(key -> cursor.getValue());
    }

    /**
     * Returns the keys of the documents with entries of an index in a range. A document with several entries occurs
     * several times.
     */
    Stream<KeyBytes> positions(SecondaryIndex index, KeyRange range, boolean reverse) {
        RootReference<KeyBytes, Integer> indexRoot = Objects.requireNonNull(indexRoots.get(index));
        Cursor<KeyBytes, Integer> cursor = cursor(index.entries(), indexRoot, range, reverse);
        return stream(cursor).map(key -> key.suffixFrom(cursor.getValue()));
    }

    private static <V> Cursor<KeyBytes, V> cursor(
            MVMap<KeyBytes, V> map, RootReference<KeyBytes, V> root, KeyRange range, boolean reverse) {
        return reverse
                ? map.cursor(root, range.to(), range.from(), true)
                : map.cursor(root, range.from(), range.to(), false);
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }

    @Override
    public void close() {
        store.deregisterVersionUsage(usage);
    }
}
