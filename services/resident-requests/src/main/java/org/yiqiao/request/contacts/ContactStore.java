package org.yiqiao.request.contacts;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yiqiao.core.privacy.EncryptionState;
import org.yiqiao.core.privacy.PersonKeyStore;
import org.yiqiao.core.privacy.PersonalDataCipher;

/** The contacts of requesters, by their pseudonymous id, each sealed with that person's key. Nothing of it is ever published. */
@Component
public class ContactStore {

    private static final String ENCRYPTED_FIELD = "sealed";

    private final MongoCollection<BsonDocument> people;
    private final PersonalDataCipher sealing;

    public ContactStore(MongoDatabase database, PersonKeyStore keys) {
        people = database.getCollection("people", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        sealing = new PersonalDataCipher(keys);
    }

    /** The id of somebody who is known by one request alone: the same however often it is submitted. */
    public static String requesterIdFor(String byRequest) {
        return UUID.nameUUIDFromBytes(("requester of " + byRequest).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * Keeps how to reach a person, sealed with the key that their request was written with. If that was destroyed they have been
     * erased since, and nothing of it can be read.
     *
     * @param request how what is personal in the request was found once it was written
     */
    public void save(String person, Contact contact, EncryptionState request) {
        sealing.encryptWithSameKey(person, request, documentPath(person), content(contact))
                .ifPresent(kept -> people.replaceOne(
                        Filters.eq(person), document(person, kept), new ReplaceOptions().upsert(true)));
    }

    /** The contact of a person; one from before there were keys is sealed now. */
    public Optional<Contact> find(String person) {
        return Optional.ofNullable(people.find(Filters.eq(person)).first()).flatMap(found -> {
            if (found.isDocument(ENCRYPTED_FIELD)) {
                return sealing.decrypt(found.getDocument(ENCRYPTED_FIELD), documentPath(person))
                        .map(opened -> contact(opened.content()));
            }
            Contact contact = contact(found);
            // Whoever was faster has sealed it, or has erased the person by now.
            people.replaceOne(
                    Filters.and(Filters.eq(person), Filters.exists(ENCRYPTED_FIELD, false)),
                    document(
                            person,
                            sealing.encrypt(person, EncryptionState.NONE, documentPath(person), content(contact))));
            return Optional.of(contact);
        });
    }

    /** Drops what is left of a person whose key was destroyed; who has come again since has another one. */
    public void delete(String person, String key) {
        people.deleteOne(Filters.and(Filters.eq(person), Filters.eq(ENCRYPTED_FIELD + ".key", key)));
    }

    private static Contact contact(BsonDocument content) {
        return new Contact(get(content, "name"), get(content, "phone"), get(content, "email"));
    }

    private static BsonDocument document(String person, BsonDocument sealed) {
        return new BsonDocument("_id", new BsonString(person)).append(ENCRYPTED_FIELD, sealed);
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
