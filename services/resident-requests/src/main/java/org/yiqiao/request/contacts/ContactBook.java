package org.yiqiao.request.contacts;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The contacts of requesters, by their pseudonymous id. Nothing of it is ever published. */
@Component
public class ContactBook {

    private final MongoCollection<Document> people;

    ContactBook(MongoDatabase database) {
        people = database.getCollection("people").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** The id of somebody who is known by one request alone: the same however often it is submitted. */
    public static String known(String byRequest) {
        return UUID.nameUUIDFromBytes(("requester of " + byRequest).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public void keep(String person, Contact contact) {
        people.replaceOne(
                Filters.eq(person),
                new Document("_id", person)
                        .append("name", contact.name())
                        .append("phone", contact.phone())
                        .append("email", contact.email()),
                new ReplaceOptions().upsert(true));
    }

    Optional<Contact> of(String person) {
        return Optional.ofNullable(people.find(Filters.eq(person)).first())
                .map(found -> new Contact(found.getString("name"), found.getString("phone"), found.getString("email")));
    }
}
