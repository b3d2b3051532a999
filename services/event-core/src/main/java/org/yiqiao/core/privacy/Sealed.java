package org.yiqiao.core.privacy;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * What is personal, sealed.
 *
 * @param person whose key it was
 * @param key id of that key
 */
record Sealed(String person, String key, BsonBinary data) {

    static Sealed of(BsonDocument stored) {
        return new Sealed(
                stored.getString("person").getValue(), stored.getString("key").getValue(), stored.getBinary("data"));
    }

    BsonDocument stored() {
        return new BsonDocument("person", new BsonString(person))
                .append("key", new BsonString(key))
                .append("data", data);
    }
}
