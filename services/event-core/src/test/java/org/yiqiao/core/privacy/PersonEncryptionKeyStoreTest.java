package org.yiqiao.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.yiqiao.core.TestDatabase;
import org.yiqiao.core.TestMasterKey;

class PersonEncryptionKeyStoreTest {

    private static final BsonDocument NAME = new BsonDocument("name", new BsonString("李桂英"));

    private final MongoDatabase database = TestDatabase.create();
    private final PersonEncryptionKeyStore keys = TestDatabase.createKeyStore(database);
    private final PersonalDataCipher cipher = new PersonalDataCipher(keys);

    @Test
    void encryptedDataIsReadableByEveryInstance() {
        BsonDocument stored = cipher.encrypt("p-1", EncryptionState.NONE, "case/1", NAME);

        assertThat(new PersonalDataCipher(TestDatabase.createKeyStore(database))
                        .decrypt(stored, "case/1")
                        .orElseThrow()
                        .content())
                .isEqualTo(NAME);
        assertThat(stored.toJson()).doesNotContain("李桂英");
    }

    @Test
    void encryptionIsNotDeterministic() {
        assertThat(cipher.encrypt("p-1", EncryptionState.NONE, "case/1", NAME))
                .isNotEqualTo(cipher.encrypt("p-1", EncryptionState.NONE, "case/1", NAME));
    }

    @Test
    void erasureIsImmediateAndPersonMayReturn() {
        BsonDocument stored = cipher.encrypt("p-1", EncryptionState.NONE, "case/1", NAME);
        BsonDocument another = cipher.encrypt("p-2", EncryptionState.NONE, "case/2", NAME);

        keys.destroy("p-1");

        assertThat(cipher.decrypt(stored, "case/1")).isEmpty();
        assertThat(cipher.decrypt(another, "case/2")).isPresent();
        BsonDocument later = cipher.encrypt("p-1", EncryptionState.NONE, "case/3", NAME);
        assertThat(cipher.decrypt(later, "case/3")).isPresent();
        assertThat(cipher.decrypt(stored, "case/1")).isEmpty();
    }

    @Test
    void repeatedErasureKeepsNewerKey() {
        cipher.encrypt("p-1", EncryptionState.NONE, "case/1", NAME);
        String first = keys.findKeyId("p-1").orElseThrow();
        keys.destroy("p-1", first);
        BsonDocument later = cipher.encrypt("p-1", EncryptionState.NONE, "case/3", NAME);

        keys.destroy("p-1", first);

        assertThat(cipher.decrypt(later, "case/3")).isPresent();
    }

    @Test
    void writeAfterErasureStaysUnreadable() {
        BsonDocument stored = cipher.encrypt("p-1", EncryptionState.NONE, "case/1", NAME);
        PersonalDataCipher.DecryptedData read = cipher.decrypt(stored, "case/1").orElseThrow();
        keys.destroy("p-1");

        BsonDocument written = cipher.encrypt("p-1", read.encryptionState(), "case/1", read.content());

        assertThat(cipher.decrypt(written, "case/1")).isEmpty();
        assertThat(keys.findKeyId("p-1")).isEmpty();
    }

    @Test
    void relatedDataIsNotEncryptedWithAnotherKey() {
        BsonDocument stored = cipher.encrypt("p-1", EncryptionState.NONE, "case/1", NAME);
        EncryptionState found = cipher.decrypt(stored, "case/1").orElseThrow().encryptionState();
        assertThat(cipher.encryptWithSameKey("p-1", found, "people/p-1", NAME)
                        .flatMap(kept -> cipher.decrypt(kept, "people/p-1")))
                .isPresent();
        assertThat(cipher.encryptWithSameKey("p-2", found, "people/p-2", NAME)).isEmpty();

        keys.destroy("p-1");

        assertThat(cipher.encryptWithSameKey("p-1", found, "people/p-1", NAME)
                        .flatMap(kept -> cipher.decrypt(kept, "people/p-1")))
                .isEmpty();
        assertThat(cipher.encryptWithSameKey("p-1", EncryptionState.ofErased(stored), "people/p-1", NAME))
                .isEmpty();
        assertThat(keys.findKeyId("p-1")).isEmpty();
    }

    @Test
    void movedOrChangedDataIsNotDecrypted() {
        BsonDocument stored = cipher.encrypt("p-1", EncryptionState.NONE, "case/1", NAME);
        assertThatThrownBy(() -> cipher.decrypt(stored, "case/2")).isInstanceOf(IllegalStateException.class);

        byte[] data = stored.getBinary("data").getData();
        data[data.length - 1] ^= 1;
        assertThatThrownBy(() -> cipher.decrypt(stored, "case/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void concurrentInstancesAgreeOnTheKey() throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            List<Callable<PersonEncryptionKey>> all = IntStream.range(0, 8)
                    .<Callable<PersonEncryptionKey>>mapToObj(
                            n -> () -> TestDatabase.createKeyStore(database).getOrCreate("p-1"))
                    .toList();
            Set<PersonEncryptionKey> made = Set.copyOf(
                    instances.invokeAll(all).stream().map(Future::resultNow).toList());
            assertThat(made).hasSize(1);
        }
    }

    @Test
    void databaseOfAnotherMasterKeyIsRejected() {
        keys.getOrCreate("p-1");
        keys.verifyMasterKey();

        assertThatThrownBy(() -> new PersonEncryptionKeyStore(database, TestMasterKey.create()).verifyMasterKey())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keyOfUnknownPersonIsNeverDestroyed() {
        keys.getOrCreate(null);

        assertThat(keys.findKeyId(PersonEncryptionKeyStore.UNKNOWN_PERSON)).isEmpty();
        assertThatThrownBy(() -> keys.destroy(PersonEncryptionKeyStore.UNKNOWN_PERSON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
