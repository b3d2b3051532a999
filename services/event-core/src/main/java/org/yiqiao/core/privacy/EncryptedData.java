package org.yiqiao.core.privacy;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Encrypted personal data.
 *
 * @param person pseudonymous id of the person that the key belongs to
 * @param key id of that key
 */
record EncryptedData(String person, String key, BsonBinary data) {

    static EncryptedData fromDocument(BsonDocument stored) {
        return new EncryptedData(
                stored.getString("person").getValue(), stored.getString("key").getValue(), stored.getBinary("data"));
    }

    BsonDocument toDocument() {
        return new BsonDocument("person", new BsonString(person))
                .append("key", new BsonString(key))
                .append("data", data);
    }
}
