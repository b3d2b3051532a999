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
import org.yiqiao.core.privacy.PersonKeys;
import org.yiqiao.core.privacy.Seal;
import org.yiqiao.core.privacy.Sealing;

/** The contacts of requesters, by their pseudonymous id, each sealed with that person's key. Nothing of it is ever published. */
@Component
public class ContactBook {

    private static final String SEALED = "sealed";

    private final MongoCollection<BsonDocument> people;
    private final Sealing sealing;

    public ContactBook(MongoDatabase database, PersonKeys keys) {
        people = database.getCollection("people", BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        sealing = new Sealing(keys);
    }

    /** The id of somebody who is known by one request alone: the same however often it is submitted. */
    public static String known(String byRequest) {
        return UUID.nameUUIDFromBytes(("requester of " + byRequest).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * Keeps how to reach a person, sealed with the key that their request was written with. If that was destroyed they have been
     * erased since, and nothing of it can be read.
     *
     * @param request how what is personal in the request was found once it was written
     */
    public void keep(String person, Contact contact, Seal request) {
        sealing.sealAlike(person, request, place(person), content(contact))
                .ifPresent(kept -> people.replaceOne(
                        Filters.eq(person), document(person, kept), new ReplaceOptions().upsert(true)));
    }

    /** The contact of a person; one from before there were keys is sealed now. */
    public Optional<Contact> of(String person) {
        return Optional.ofNullable(people.find(Filters.eq(person)).first()).flatMap(found -> {
            if (found.isDocument(SEALED)) {
                return sealing.open(found.getDocument(SEALED), place(person)).map(opened -> contact(opened.content()));
            }
            Contact contact = contact(found);
            // Whoever was faster has sealed it, or has erased the person by now.
            people.replaceOne(
                    Filters.and(Filters.eq(person), Filters.exists(SEALED, false)),
                    document(person, sealing.seal(person, Seal.NONE, place(person), content(contact))));
            return Optional.of(contact);
        });
    }

    /** Drops what is left of a person whose key was destroyed; who has come again since has another one. */
    public void forget(String person, String key) {
        people.deleteOne(Filters.and(Filters.eq(person), Filters.eq(SEALED + ".key", key)));
    }

    private static Contact contact(BsonDocument content) {
        return new Contact(get(content, "name"), get(content, "phone"), get(content, "email"));
    }

    private static BsonDocument document(String person, BsonDocument sealed) {
        return new BsonDocument("_id", new BsonString(person)).append(SEALED, sealed);
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

    private static String place(String person) {
        return "people/" + person;
    }
}
