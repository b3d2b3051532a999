package org.yiqiao.request.contacts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.core.privacy.EncryptionState;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.core.privacy.PersonalDataCipher;

/**
 * Stores the contacts of requesters by pseudonymous id, each encrypted with the key of that person. No contact is ever
 * published.
 */
@Component
public class ContactStore {

    private static final String ENCRYPTED_FIELD = "sealed";

    private final MongoCollection<BsonDocument> people;
    private final PersonalDataCipher cipher;

    public ContactStore(MongoDatabase database, PersonEncryptionKeyStore keys) {
        people = database.getCollection("people", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        cipher = new PersonalDataCipher(keys);
    }

    /**
     * Returns the id of a requester that is known only from one request. The id is the same for every repetition of the
     * submission.
     *
     * @param request id of the request
     */
    public static String requesterIdFor(String request) {
        return UUID.nameUUIDFromBytes(("requester of " + request).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * Stores the contact of a person, encrypted with the key that encrypted the person's request. A field that is not
     * given keeps its stored value. If the key was destroyed, the person has been erased since and nothing is stored.
     *
     * @param request encryption state of the request, read after the request was written
     */
    public void save(String person, Contact contact, EncryptionState request) {
        boolean isSaved = false;
        while (!isSaved) {
            BsonDocument stored = people.find(Filters.eq(person)).first();
            Contact merged = stored == null
                    ? contact
                    : read(person, stored).map(contact::orElse).orElse(contact);
            isSaved = cipher.encryptWithSameKey(person, request, documentPath(person), content(merged))
                    .map(encrypted -> replace(stored, document(person, encrypted)))
                    .orElse(true);
        }
    }

    /** Replaces the document that was read, or inserts one if there was none; returns false if it has changed since. */
    private boolean replace(@Nullable BsonDocument stored, BsonDocument changed) {
        if (stored != null) {
            Bson unchanged = Filters.and(
                    Filters.eq(changed.get("_id")), Filters.eq(ENCRYPTED_FIELD, stored.get(ENCRYPTED_FIELD)));
            return people.replaceOne(unchanged, changed).getMatchedCount() == 1;
        }
        try {
            people.insertOne(changed);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Contact> read(String person, BsonDocument stored) {
        return stored.isDocument(ENCRYPTED_FIELD)
                ? cipher.decrypt(stored.getDocument(ENCRYPTED_FIELD), documentPath(person))
                        .map(decrypted -> contact(decrypted.content()))
                : Optional.of(contact(stored));
    }

    /** Returns the contact of a person. A contact stored before encryption was introduced is encrypted on this read. */
    public Optional<Contact> find(String person) {
        return Optional.ofNullable(people.find(Filters.eq(person)).first()).flatMap(found -> {
            if (found.isDocument(ENCRYPTED_FIELD)) {
                return read(person, found);
            }
            Contact contact = contact(found);
            // The update matches nothing if a concurrent call encrypted the contact or erased the person.
            people.replaceOne(
                    Filters.and(Filters.eq(person), Filters.exists(ENCRYPTED_FIELD, false)),
                    document(
                            person,
                            cipher.encrypt(person, EncryptionState.NONE, documentPath(person), content(contact))));
            return Optional.of(contact);
        });
    }

    /**
     * Deletes the contact of a person if it was encrypted with the destroyed key. A contact stored with a newer key
     * remains.
     *
     * @param key id of the destroyed key
     */
    public void delete(String person, String key) {
        people.deleteOne(Filters.and(Filters.eq(person), Filters.eq(ENCRYPTED_FIELD + ".key", key)));
    }

    private static Contact contact(BsonDocument content) {
        return new Contact(get(content, "name"), get(content, "phone"), get(content, "email"));
    }

    private static BsonDocument document(String person, BsonDocument encrypted) {
        return new BsonDocument("_id", new BsonString(person)).append(ENCRYPTED_FIELD, encrypted);
    }

    private static BsonDocument content(Contact contact) {
        BsonDocument content = new BsonDocument();
        put(content, "name", contact.name());
        put(content, "phone", contact.phone());
        put(content, "email", contact.email());
        return content;
    }

    private static void put(BsonDocument content, String field, @Nullable String value) {
        if (value != null) {
            content.append(field, new BsonString(value));
        }
    }

    private static @Nullable String get(BsonDocument content, String field) {
        return content.isString(field) ? content.getString(field).getValue() : null;
    }

    private static String documentPath(String person) {
        return "people/" + person;
    }
}
