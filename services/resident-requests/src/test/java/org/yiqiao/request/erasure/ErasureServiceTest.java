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
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.AggregateStore;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.outbox.OutboxRelay;
import org.yiqiao.core.privacy.EncryptionState;
import org.yiqiao.core.privacy.KeystoreMasterKey;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.core.privacy.PersonalDataCipher;
import org.yiqiao.request.NoOpEventPublisher;
import org.yiqiao.request.contacts.Contact;
import org.yiqiao.request.contacts.ContactStore;
import org.yiqiao.request.persons.ErasePerson;
import org.yiqiao.request.persons.Person;
import org.yiqiao.request.persons.PersonAggregateType;
import org.yiqiao.request.replicas.GridChiefsFixture;
import org.yiqiao.testkit.TestBackends;

/** A decided erasure is carried out, even if the process crashes after the decision. */
class ErasureServiceTest {

    private static final MongoClient CLIENT =
            MongoClients.create(TestBackends.shared().mongodbUri());
    private static final Contact CONTACT = new Contact("王小明", "13812345678", null);
    private static final CommandMetadata METADATA = CommandMetadata.of("me", "correlation");

    private final MongoDatabase database = CLIENT.getDatabase("test-" + UUID.randomUUID());
    private final GridChiefsFixture chiefs = new GridChiefsFixture(database);

    @TempDir
    private Path folder;

    private PersonEncryptionKeyStore keys;
    private ContactStore contacts;
    private OutboxRelay relay;
    private AggregateCommandHandler<Person, PersonEvent, PersonAggregateType.NoFacts> persons;
    private ErasureService erasure;

    @BeforeEach
    void setUp() throws IOException {
        Path keystore = folder.resolve("master.p12");
        char[] password = "changeit".toCharArray();
        KeystoreMasterKey.create(keystore, password);
        keys = new PersonEncryptionKeyStore(database, KeystoreMasterKey.load(keystore, password));
        contacts = new ContactStore(database, keys);
        AggregateStore store = new AggregateStore(database, keys);
        relay = new OutboxRelay(store, new NoOpEventPublisher(), Clock.systemUTC());
        persons = new AggregateCommandHandler<>(new PersonAggregateType(), store, relay, Clock.systemUTC());
        erasure = new ErasureService(persons, keys, contacts, chiefs.chiefs(), Clock.systemUTC());
    }

    @AfterEach
    void tearDown() {
        relay.close();
    }

    @Test
    void pendingErasureIsCompletedAfterCrash() {
        contacts.save("p-1", CONTACT, encryptionStateOfNewRequest("p-1"));
        contacts.save("p-2", CONTACT, encryptionStateOfNewRequest("p-2"));
        persons.update("p-1", new ErasePerson("p-1", keys.findKeyId("p-1").orElseThrow()), METADATA);

        erasure.completePending();

        assertThat(keys.findKeyId("p-1")).isEmpty();
        assertThat(keys.findKeyId("p-2")).isPresent();
        assertThat(database.getCollection("people").countDocuments()).isEqualTo(1);
    }

    @Test
    void personWithNewKeyIsKept() {
        contacts.save("p-1", CONTACT, encryptionStateOfNewRequest("p-1"));
        erasure.erase("p-1", METADATA);
        contacts.save("p-1", CONTACT, encryptionStateOfNewRequest("p-1"));

        erasure.completePending();

        assertThat(keys.findKeyId("p-1")).isPresent();
        assertThat(database.getCollection("people").countDocuments()).isEqualTo(1);
    }

    @Test
    void personWithKeyOrErasureIsKnown() {
        assertThat(erasure.isKnown("p-1", AccessScope.FULL)).isFalse();
        contacts.save("p-1", CONTACT, encryptionStateOfNewRequest("p-1"));
        assertThat(erasure.isKnown("p-1", AccessScope.FULL)).isTrue();
        assertThat(erasure.isKnown("p-1", AccessScope.NONE)).isFalse();
        erasure.erase("p-1", METADATA);
        assertThat(erasure.isKnown("p-1", AccessScope.FULL)).isTrue();
    }

    @Test
    void gridChiefWithoutRequestsIsKnownAndErased() {
        chiefs.setChief("330109106001001", 1, "chief-1");

        assertThat(erasure.isKnown("chief-1", AccessScope.FULL)).isTrue();
        assertThat(erasure.erase("chief-1", METADATA)).isPresent();

        assertThat(persons.find("chief-1").orElseThrow().state().erasedAt()).isNotNull();
        assertThat(erasure.erase("chief-2", METADATA)).isEmpty();
    }

    @Test
    void unencryptedLegacyContactIsErased() {
        database.getCollection("people").insertOne(new Document("_id", "p-1").append("name", "王小明"));

        assertThat(erasure.isKnown("p-1", AccessScope.FULL)).isTrue();
        erasure.erase("p-1", METADATA);

        assertThat(contacts.find("p-1")).isEmpty();
    }

    @Test
    void contactArrivingAfterErasureIsNotStored() {
        EncryptionState request = encryptionStateOfNewRequest("p-1");
        erasure.erase("p-1", METADATA);

        contacts.save("p-1", CONTACT, request);

        assertThat(contacts.find("p-1")).isEmpty();
        assertThat(keys.findKeyId("p-1")).isEmpty();
        erasure.completePending();
        assertThat(database.getCollection("people").countDocuments()).isZero();
    }

    @Test
    void contactOfErasedRequestDoesNotReplaceNewContact() {
        PersonalDataCipher cipher = new PersonalDataCipher(keys);
        BsonDocument erased = cipher.encrypt("p-1", EncryptionState.NONE, "case/1", new BsonDocument());
        erasure.erase("p-1", METADATA);
        Contact another = new Contact("王小明", "13900000000", null);
        contacts.save("p-1", another, encryptionStateOfNewRequest("p-1"));

        contacts.save("p-1", CONTACT, EncryptionState.ofErased(erased));

        assertThat(contacts.find("p-1")).contains(another);
    }

    @Test
    void fieldThatIsNotGivenKeepsItsValue() {
        contacts.save("p-1", CONTACT, encryptionStateOfNewRequest("p-1"));

        contacts.save("p-1", new Contact(null, null, "wang@example.org"), encryptionStateOfNewRequest("p-1"));

        assertThat(contacts.find("p-1")).contains(new Contact("王小明", "13812345678", "wang@example.org"));
    }

    @Test
    void erasedContactIsNotCompletedFromEarlierValues() {
        contacts.save("p-1", CONTACT, encryptionStateOfNewRequest("p-1"));
        keys.destroy("p-1");

        contacts.save("p-1", new Contact(null, null, "wang@example.org"), encryptionStateOfNewRequest("p-1"));

        assertThat(contacts.find("p-1")).contains(new Contact(null, null, "wang@example.org"));
    }

    /** Returns the encryption state of a request that was just written for the person. */
    private EncryptionState encryptionStateOfNewRequest(String person) {
        PersonalDataCipher cipher = new PersonalDataCipher(keys);
        return cipher.decrypt(cipher.encrypt(person, EncryptionState.NONE, "case/2", new BsonDocument()), "case/2")
                .orElseThrow()
                .encryptionState();
    }
}
