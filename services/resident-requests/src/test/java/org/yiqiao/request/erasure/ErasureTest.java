package org.yiqiao.request.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.Origin;
import org.yiqiao.core.outbox.Relay;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonKeys;
import org.yiqiao.core.privacy.Seal;
import org.yiqiao.core.privacy.Sealing;
import org.yiqiao.request.SilentPublisher;
import org.yiqiao.request.contacts.Contact;
import org.yiqiao.request.contacts.ContactBook;
import org.yiqiao.request.persons.Erase;
import org.yiqiao.request.persons.Person;
import org.yiqiao.request.persons.Persons;
import org.yiqiao.testkit.Backends;

/** An erasure that was decided is carried out, whenever the process that decided it died. */
class ErasureTest {

    private static final MongoClient CLIENT =
            MongoClients.create(Backends.shared().mongodbUri());
    private static final Contact CONTACT = new Contact("王小明", "13812345678", null);
    private static final Origin ORIGIN = Origin.by("me", "correlation");

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());

    @TempDir
    private Path folder;

    private PersonKeys keys;
    private ContactBook contacts;
    private Relay relay;
    private CommandHandler<Person, PersonEvent, Persons.NoFacts> persons;
    private Erasure erasure;

    @BeforeEach
    void start() throws IOException {
        Path keystore = folder.resolve("master.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.make(keystore, password);
        keys = new PersonKeys(database, KeystoreMasterKey.read(keystore, password));
        contacts = new ContactBook(database, keys);
        AggregateStore store = new AggregateStore(database, keys);
        relay = new Relay(store, new SilentPublisher(), Clock.systemUTC());
        persons = new CommandHandler<>(new Persons(), store, relay, Clock.systemUTC());
        erasure = new Erasure(persons, keys, contacts, Clock.systemUTC());
    }

    @AfterEach
    void end() {
        relay.close();
    }

    @Test
    void whatAKilledProcessDecidedIsCarriedOutByTheNext() {
        contacts.keep("p-1", CONTACT, request("p-1"));
        contacts.keep("p-2", CONTACT, request("p-2"));
        persons.change("p-1", new Erase("p-1", keys.idOf("p-1").orElseThrow()), ORIGIN);

        erasure.finish();

        assertThat(keys.idOf("p-1")).isEmpty();
        assertThat(keys.idOf("p-2")).isPresent();
        assertThat(database.getCollection("people").countDocuments()).isEqualTo(1);
    }

    @Test
    void whoHasComeAgainSinceStays() {
        contacts.keep("p-1", CONTACT, request("p-1"));
        erasure.erase("p-1", ORIGIN);
        contacts.keep("p-1", CONTACT, request("p-1"));

        erasure.finish();

        assertThat(keys.idOf("p-1")).isPresent();
        assertThat(database.getCollection("people").countDocuments()).isEqualTo(1);
    }

    @Test
    void oneIsKnownWhoHasAKeyOrWasErased() {
        assertThat(erasure.knows("p-1", Reach.EVERYWHERE)).isFalse();
        contacts.keep("p-1", CONTACT, request("p-1"));
        assertThat(erasure.knows("p-1", Reach.EVERYWHERE)).isTrue();
        assertThat(erasure.knows("p-1", Reach.NOWHERE)).isFalse();
        erasure.erase("p-1", ORIGIN);
        assertThat(erasure.knows("p-1", Reach.EVERYWHERE)).isTrue();
    }

    @Test
    void aContactFromBeforeThereWereKeysIsForgottenToo() {
        database.getCollection("people").insertOne(new Document("_id", "p-1").append("name", "王小明"));

        assertThat(erasure.knows("p-1", Reach.EVERYWHERE)).isTrue();
        erasure.erase("p-1", ORIGIN);

        assertThat(contacts.of("p-1")).isEmpty();
    }

    @Test
    void aContactThatComesLaterThanTheErasureOfItsRequestIsNotKept() {
        Seal request = request("p-1");
        erasure.erase("p-1", ORIGIN);

        contacts.keep("p-1", CONTACT, request);

        assertThat(contacts.of("p-1")).isEmpty();
        assertThat(keys.idOf("p-1")).isEmpty();
        erasure.finish();
        assertThat(database.getCollection("people").countDocuments()).isZero();
    }

    @Test
    void theContactOfARequestThatIsLostIsNotKeptThoughThePersonHasComeAgain() {
        Sealing sealing = new Sealing(keys);
        BsonDocument lost = sealing.seal("p-1", Seal.NONE, "case/1", new BsonDocument());
        erasure.erase("p-1", ORIGIN);
        Contact another = new Contact("王小明", "13900000000", null);
        contacts.keep("p-1", another, request("p-1"));

        contacts.keep("p-1", CONTACT, Seal.lost(lost));

        assertThat(contacts.of("p-1")).contains(another);
    }

    /** How a request of a person is found that was just written. */
    private Seal request(String person) {
        Sealing sealing = new Sealing(keys);
        return sealing.open(sealing.seal(person, Seal.NONE, "case/2", new BsonDocument()), "case/2")
                .orElseThrow()
                .seal();
    }
}
