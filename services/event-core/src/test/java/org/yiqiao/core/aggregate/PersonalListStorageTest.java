package org.yiqiao.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.RegisterAggregateType;
import org.yiqiao.core.RegisterAggregateType.Note;
import org.yiqiao.core.RegisterAggregateType.Register;
import org.yiqiao.core.RegisterAggregateType.Visit;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.privacy.EncryptionState;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;

/** Personal data in lists is encrypted, each element with the key of the person that it describes. */
class PersonalListStorageTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Register REGISTER = new Register(
            "owner",
            List.of(new Note(1, "of the owner"), new Note(2, null), new Note(3, "also of the owner")),
            List.of(new Visit("p-1", "of p-1"), new Visit("p-2", "of p-2"), new Visit("p-1", "again of p-1")));

    private final MongoDatabase database = TestDatabase.create();
    private final PersonEncryptionKeyStore keys = TestDatabase.createKeyStore(database);
    private final AggregateStore store = new AggregateStore(database, keys);
    private final RegisterAggregateType registers = new RegisterAggregateType();

    @BeforeEach
    void storeRegister() {
        store.createIndexes(registers);
        store.insert(registers, written(1, REGISTER, EncryptionState.NONE));
    }

    @Test
    void elementsAreStoredEncryptedAndReadBack() {
        assertThat(raw()).doesNotContain("of the owner", "of p-1", "of p-2").contains("p-1", "p-2");
        assertThat(read().state()).isEqualTo(REGISTER);

        store.update(registers, written(2, REGISTER, read().encryptionState()), 1);

        assertThat(raw()).doesNotContain("of the owner", "of p-1", "of p-2");
        assertThat(read().state()).isEqualTo(REGISTER);
    }

    @Test
    void erasureRemovesOnlyTheElementsOfThatPerson() {
        keys.destroy("p-1");

        assertThat(read().state().visits())
                .containsExactly(new Visit("p-1", null), new Visit("p-2", "of p-2"), new Visit("p-1", null));
        assertThat(read().state().notes()).isEqualTo(REGISTER.notes());

        keys.destroy("owner");

        assertThat(read().state().notes()).containsExactly(new Note(1, null), new Note(2, null), new Note(3, null));
        assertThat(read().state().visits()).contains(new Visit("p-2", "of p-2"));
    }

    @Test
    void concurrentUpdateDoesNotRestoreErasedElements() {
        EncryptionState before = read().encryptionState();
        keys.destroy("p-1");
        keys.destroy("owner");

        store.update(registers, written(2, REGISTER, before), 1);

        assertThat(read().state().visits().getFirst()).isEqualTo(new Visit("p-1", null));
        assertThat(read().state().notes().getFirst()).isEqualTo(new Note(1, null));
        assertThat(keys.findKeyId("p-1")).isEmpty();
    }

    @Test
    void erasedElementsStayErasedWhenOthersAreAdded() {
        keys.destroy("p-1");
        StoredAggregate<Register> erased = read();

        Register later = new Register(
                "owner", REGISTER.notes(), List.of(erased.state().visits().getFirst(), new Visit("p-3", "of p-3")));
        store.update(registers, written(2, later, erased.encryptionState()), 1);

        assertThat(raw()).doesNotContain("of p-3");
        assertThat(read().state().visits()).containsExactly(new Visit("p-1", null), new Visit("p-3", "of p-3"));
    }

    private StoredAggregate<Register> read() {
        return store.find(registers, "a").orElseThrow();
    }

    private String raw() {
        return database.getCollection(registers.name())
                .find(new Document("_id", "a"))
                .first()
                .toJson();
    }

    private static StoredAggregate<Register> written(long version, Register state, EncryptionState encryptionState) {
        PendingEvent event = new PendingEvent(version, "type", NOW, NOW, "{}", null, null, "c", null, null);
        return new StoredAggregate<>(
                "a", version, state, Ownership.NONE, List.of(event), ProcessedCommands.EMPTY, encryptionState);
    }
}
