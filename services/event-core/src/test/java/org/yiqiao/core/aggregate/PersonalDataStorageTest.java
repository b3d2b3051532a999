package org.yiqiao.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.NeighbourAggregateType;
import org.yiqiao.core.NeighbourAggregateType.Neighbour;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.privacy.EncryptionState;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;

class PersonalDataStorageTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final MongoDatabase database = TestDatabase.create();
    private final PersonEncryptionKeyStore keys = TestDatabase.createKeyStore(database);
    private final AggregateStore store = new AggregateStore(database, keys);
    private final NeighbourAggregateType neighbours = new NeighbourAggregateType();

    @BeforeEach
    void prepare() {
        store.createIndexes(neighbours);
    }

    @Test
    void personalFieldsAreStoredEncrypted() {
        store.insert(neighbours, written("a", 1, new Neighbour("p-1", "李桂英", "g"), EncryptionState.NONE));

        StoredAggregate<Neighbour> read = store.find(neighbours, "a").orElseThrow();
        assertThat(read.state()).isEqualTo(new Neighbour("p-1", "李桂英", "g"));
        assertThat(raw("a")).doesNotContain("李桂英").contains("p-1");

        store.update(neighbours, written("a", 2, new Neighbour("p-1", "李桂花", "g"), read.encryptionState()), 1);

        assertThat(store.find(neighbours, "a").orElseThrow().state().name()).isEqualTo("李桂花");
        assertThat(raw("a")).doesNotContain("李桂");
    }

    @Test
    void pageIsReadWithAllKeys() {
        for (int n = 0; n < 20; n++) {
            store.insert(
                    neighbours,
                    written("n" + n, 1, new Neighbour("p-" + n % 3, "name " + n, "g"), EncryptionState.NONE));
        }
        store.insert(neighbours, written("z", 1, new Neighbour(null, "of nobody known", "g"), EncryptionState.NONE));
        AggregateStore another = new AggregateStore(database, TestDatabase.createKeyStore(database));

        assertThat(another.query(neighbours, new Document(), 100))
                .extracting(one -> one.state().name())
                .contains("name 0", "name 19", "of nobody known")
                .hasSize(21);
    }

    @Test
    void erasureRemovesPersonalFieldsOnly() {
        store.insert(neighbours, written("a", 1, new Neighbour("p-1", "李桂英", "g"), EncryptionState.NONE));
        keys.destroy("p-1");

        StoredAggregate<Neighbour> read = store.find(neighbours, "a").orElseThrow();

        assertThat(read.state()).isEqualTo(new Neighbour("p-1", null, "g"));
        assertThat(read.encryptionState().isErased()).isTrue();

        store.update(
                neighbours, written("a", 2, new Neighbour("p-1", null, "another grid"), read.encryptionState()), 1);

        assertThat(store.find(neighbours, "a").orElseThrow().encryptionState().isErased())
                .isTrue();
    }

    @Test
    void personalDataIsNotStoredAfterErasure() {
        store.insert(neighbours, written("a", 1, new Neighbour("p-1", "李桂英", "g"), EncryptionState.NONE));
        keys.destroy("p-1");
        StoredAggregate<Neighbour> read = store.find(neighbours, "a").orElseThrow();

        store.update(neighbours, written("a", 2, new Neighbour("p-1", "李桂花", "g"), read.encryptionState()), 1);

        StoredAggregate<Neighbour> later = store.find(neighbours, "a").orElseThrow();
        assertThat(later.state().name()).isNull();
        assertThat(later.encryptionState().isErased()).isTrue();
        assertThat(keys.findKeyId("p-1")).isEmpty();
    }

    @Test
    void replacementPersonIsNotMarkedErased() {
        for (String id : List.of("named", "unnamed", "vacant")) {
            store.insert(neighbours, written(id, 1, new Neighbour("p-1", "李桂英", "g"), EncryptionState.NONE));
        }
        keys.destroy("p-1");
        EncryptionState lost = store.find(neighbours, "named").orElseThrow().encryptionState();

        store.update(neighbours, written("named", 2, new Neighbour("p-2", "王小明", "g"), lost), 1);
        store.update(neighbours, written("unnamed", 2, new Neighbour("p-2", null, "g"), lost), 1);
        store.update(neighbours, written("vacant", 2, new Neighbour(null, null, "g"), lost), 1);

        assertThat(store.query(neighbours, new Document(), 10))
                .noneMatch(one -> one.encryptionState().isErased());
        assertThat(store.find(neighbours, "named").orElseThrow().state().name()).isEqualTo("王小明");
    }

    @Test
    void concurrentUpdateDoesNotRestoreErasedData() {
        store.insert(neighbours, written("a", 1, new Neighbour("p-1", "李桂英", "g"), EncryptionState.NONE));
        StoredAggregate<Neighbour> before = store.find(neighbours, "a").orElseThrow();
        keys.destroy("p-1");

        store.update(neighbours, written("a", 2, before.state(), before.encryptionState()), 1);

        assertThat(store.find(neighbours, "a").orElseThrow().state().name()).isNull();
    }

    @Test
    void plaintextFieldIsEncryptedOnUpdate() {
        store.insert(neighbours, written("a", 1, new Neighbour("p-1", null, "g"), EncryptionState.NONE));
        database.getCollection(neighbours.name())
                .updateOne(new Document("_id", "a"), new Document("$set", new Document("state.name", "李桂英")));

        StoredAggregate<Neighbour> read = store.find(neighbours, "a").orElseThrow();
        assertThat(read.state().name()).isEqualTo("李桂英");
        store.update(neighbours, written("a", 2, read.state(), read.encryptionState()), 1);

        assertThat(raw("a")).doesNotContain("李桂英");
        assertThat(store.find(neighbours, "a").orElseThrow().state().name()).isEqualTo("李桂英");
    }

    @Test
    void removedEncryptedDataLeavesOtherFieldsIntact() {
        store.insert(neighbours, written("a", 1, new Neighbour(null, "of nobody known", "g"), EncryptionState.NONE));
        database.getCollection(neighbours.name())
                .updateOne(new Document("_id", "a"), new Document("$unset", new Document("sealed", "")));

        StoredAggregate<Neighbour> read = store.find(neighbours, "a").orElseThrow();
        store.update(neighbours, written("a", 2, read.state(), read.encryptionState()), 1);

        assertThat(store.find(neighbours, "a").orElseThrow().state()).isEqualTo(new Neighbour(null, null, "g"));
    }

    private String raw(String id) {
        return database.getCollection(neighbours.name())
                .find(new Document("_id", id))
                .first()
                .toJson();
    }

    private static StoredAggregate<Neighbour> written(
            String id, long version, Neighbour state, EncryptionState encryptionState) {
        PendingEvent event = new PendingEvent(version, "type", NOW, NOW, "{}", null, null, "c", null, null);
        return new StoredAggregate<>(
                id, version, state, Ownership.NONE, List.of(event), ProcessedCommands.EMPTY, encryptionState);
    }
}
