package org.yiqiao.bench.subject;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.yiqiao.bench.load.RowExistenceCheck;

/** Looks up rows in a MongoDB collection by {@code _id}. */
public record MongoRowExistenceCheck(MongoCollection<Document> collection) implements RowExistenceCheck {

    public static MongoRowExistenceCheck of(MongoClient client, String database, String collection) {
        return new MongoRowExistenceCheck(client.getDatabase(database).getCollection(collection));
    }

    @Override
    public Set<String> findExisting(Collection<String> ids) {
        Set<String> existing = new HashSet<>();
        collection
                .find(in("_id", ids))
                .projection(new Document("_id", 1))
                .forEach(document -> existing.add(document.getString("_id")));
        return existing;
    }
}
