package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index on any fields, kept in a map. Its keys are the indexed values followed by the key of the document. */
final class SecondaryIndex extends AbstractStoreIndex {
    private final IndexDefinition definition;
    private final MVMap<KeyBytes, Integer> entries;
    private final StorageEngine storage;
    private final boolean isNew;
    private volatile boolean multikey;

    /** @param isNew whether the existing documents are not indexed yet */
    SecondaryIndex(IndexDefinition definition, MVMap<KeyBytes, Integer> entries, StorageEngine storage, boolean isNew) {
        super(
                definition.name(),
                definition.fields().stream()
                        .map(field -> new IndexKey(field.name(), field.ascending()))
                        .toList(),
                definition.sparse());
        this.definition = definition;
        this.entries = entries;
        this.storage = storage;
        this.isNew = isNew;
        this.multikey = storage.hasFlag(multikeyFlag());
    }

    IndexDefinition definition() {
        return definition;
    }

    MVMap<KeyBytes, Integer> entries() {
        return entries;
    }

    boolean isNew() {
        return isNew;
    }

    /** Returns whether any document ever had an array in an indexed field, so that it can have several keys. */
    boolean isMultikey() {
        return multikey;
    }

    private String multikeyFlag() {
        return "multikey." + entries.getId();
    }

    /**
     * Returns the change of this index that results from a change of a document; null is a document that does not
     * exist.
     */
    IndexChange change(KeyBytes position, @Nullable Document before, @Nullable Document after) {
        return new IndexChange(
                entries,
                before == null ? Set.of() : entriesOf(before, position),
                after == null ? Set.of() : entriesOf(after, position));
    }

    Set<IndexEntry> entriesOf(Document document, KeyBytes position) {
        if (!definition.includes(document)) {
            return Set.of();
        }
        List<FieldValues> fields = new ArrayList<>(definition.fields().size());
        boolean hasSeveralKeys = false;
        for (IndexField field : definition.fields()) {
            FieldValues values = field.path().valuesIn(document);
            hasSeveralKeys |= values.firstArrayPath() != null;
            fields.add(values);
        }
        if (hasSeveralKeys && !multikey) {
            storage.setFlag(multikeyFlag());
            multikey = true;
        }
        if (!hasSeveralKeys) {
            return Set.of(entry(fields, position));
        }
        Set<IndexEntry> all = new HashSet<>();
        for (KeyBytes values : combinations(fields)) {
            all.add(new IndexEntry(values.concat(position), values.length()));
        }
        return all;
    }

    private IndexEntry entry(List<FieldValues> fields, KeyBytes position) {
        KeyEncoder key = new KeyEncoder();
        for (int i = 0; i < fields.size(); i++) {
            key.appendValue(
                    fields.get(i).values().getFirst(),
                    definition.fields().get(i).ascending());
        }
        int valueLength = key.length();
        return new IndexEntry(key.appendKey(position).toKey(), valueLength);
    }

    private Set<KeyBytes> combinations(List<FieldValues> fields) {
        Set<KeyBytes> keys = Set.of(new KeyBytes(new byte[0]));
        for (int i = 0; i < fields.size(); i++) {
            Set<KeyBytes> longer = new HashSet<>();
            for (KeyBytes key : keys) {
                for (Object value : fields.get(i).values()) {
                    longer.add(new KeyEncoder()
                            .appendKey(key)
                            .appendValue(value, definition.fields().get(i).ascending())
                            .toKey());
                }
            }
            keys = longer;
        }
        return keys;
    }

    @Override
    public KeyBytes remove(Document document) {
        return positionOf(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<KeyBytes> collection) {
        rejectParallelArrays(document);
        if (definition.unique()) {
            rejectDuplicates(document, collection);
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<KeyBytes> collection) {
        checkAdd(after, collection);
    }

    /**
     * Rejects arrays in two fields, which would multiply, as MongoDB does. Two fields below the same array are allowed.
     */
    private void rejectParallelArrays(Document document) {
        if (definition.fields().size() > 1) {
            List<String> arrays = definition.fields().stream()
                    .map(field -> field.path().valuesIn(document).firstArrayPath())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            if (arrays.size() > 1) {
                throw new CannotIndexParallelArraysError(arrays);
            }
        }
    }

    private void rejectDuplicates(Document document, MongoCollection<KeyBytes> collection) {
        KeyBytes position = positionOf(document);
        for (IndexEntry entry : entriesOf(document, position)) {
            KeyRange sameValues = KeyRange.withPrefix(entry.values());
            var cursor = entries.cursor(sameValues.from(), sameValues.to(), false);
            while (cursor.hasNext()) {
                if (!cursor.next().suffixFrom(cursor.getValue()).equals(position)) {
                    List<Object> values = new ArrayList<>();
                    definition.fields().forEach(field -> values.add(document.get(field.name())));
                    throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
                }
            }
        }
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof SecondaryIndex that && definition.equals(that.definition);
    }

    @Override
    public boolean isUnique() {
        return definition.unique();
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong();
    }
}
