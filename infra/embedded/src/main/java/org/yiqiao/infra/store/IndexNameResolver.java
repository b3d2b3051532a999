package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the descriptions of the indexes that a command names. */
final class IndexNameResolver {
    private static final String ALL = "*";

    private IndexNameResolver() {}

    /** @param wanted a name, a list of names, the keys of an index, or "*" for all except the index on _id */
    static List<Document> resolve(MongoCollection<?> descriptions, String collection, @Nullable Object wanted) {
        List<Document> found = new ArrayList<>();
        for (Document description : descriptions.handleQuery(new Document("ns", collection))) {
            Document key = RequiredFieldReader.of(description, "key", Document.class);
            String name = RequiredFieldReader.of(description, "name", String.class);
            boolean isId = key.size() == 1 && key.containsKey(IndexField.ID.name());
            if (!isId && matches(name, key, wanted)) {
                found.add(description);
            }
        }
        if (found.isEmpty() && !ALL.equals(wanted)) {
            throw new IndexNotFoundException("index not found with name [" + wanted + "]");
        }
        return found;
    }

    private static boolean matches(String name, Document key, @Nullable Object wanted) {
        return ALL.equals(wanted)
                || key.equals(wanted)
                || name.equals(wanted)
                || (wanted instanceof Collection<?> names && names.contains(name));
    }
}
