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

class PersonKeysTest {

    private static final BsonDocument NAME = new BsonDocument("name", new BsonString("李桂英"));

    private final MongoDatabase database = TestDatabase.fresh();
    private final PersonKeys keys = TestDatabase.keys(database);
    private final Sealing sealing = new Sealing(keys);

    @Test
    void whatIsSealedIsReadByEveryInstanceOfTheService() {
        BsonDocument stored = sealing.seal("p-1", Seal.NONE, "case/1", NAME);

        assertThat(new Sealing(TestDatabase.keys(database))
                        .open(stored, "case/1")
                        .orElseThrow()
                        .content())
                .isEqualTo(NAME);
        assertThat(stored.toJson()).doesNotContain("李桂英");
    }

    @Test
    void theSameIsNeverSealedAlike() {
        assertThat(sealing.seal("p-1", Seal.NONE, "case/1", NAME))
                .isNotEqualTo(sealing.seal("p-1", Seal.NONE, "case/1", NAME));
    }

    @Test
    void whatWasErasedIsLostHereAtOnceAndThePersonMayComeAgain() {
        BsonDocument stored = sealing.seal("p-1", Seal.NONE, "case/1", NAME);
        BsonDocument another = sealing.seal("p-2", Seal.NONE, "case/2", NAME);

        keys.destroy("p-1");

        assertThat(sealing.open(stored, "case/1")).isEmpty();
        assertThat(sealing.open(another, "case/2")).isPresent();
        BsonDocument later = sealing.seal("p-1", Seal.NONE, "case/3", NAME);
        assertThat(sealing.open(later, "case/3")).isPresent();
        assertThat(sealing.open(stored, "case/1")).isEmpty();
    }

    @Test
    void anErasureThatIsRepeatedLeavesAYoungerKey() {
        sealing.seal("p-1", Seal.NONE, "case/1", NAME);
        String first = keys.idOf("p-1").orElseThrow();
        keys.destroy("p-1", first);
        BsonDocument later = sealing.seal("p-1", Seal.NONE, "case/3", NAME);

        keys.destroy("p-1", first);

        assertThat(sealing.open(later, "case/3")).isPresent();
    }

    @Test
    void whatWasReadBeforeAnErasureAndWrittenAfterItStaysLost() {
        BsonDocument stored = sealing.seal("p-1", Seal.NONE, "case/1", NAME);
        Sealing.Opened read = sealing.open(stored, "case/1").orElseThrow();
        keys.destroy("p-1");

        BsonDocument written = sealing.seal("p-1", read.seal(), "case/1", read.content());

        assertThat(sealing.open(written, "case/1")).isEmpty();
        assertThat(keys.idOf("p-1")).isEmpty();
    }

    @Test
    void whatBelongsToSomethingErasedIsNotSealedWithAnotherKey() {
        BsonDocument stored = sealing.seal("p-1", Seal.NONE, "case/1", NAME);
        Seal found = sealing.open(stored, "case/1").orElseThrow().seal();
        assertThat(sealing.sealAlike("p-1", found, "people/p-1", NAME)
                        .flatMap(kept -> sealing.open(kept, "people/p-1")))
                .isPresent();
        assertThat(sealing.sealAlike("p-2", found, "people/p-2", NAME)).isEmpty();

        keys.destroy("p-1");

        assertThat(sealing.sealAlike("p-1", found, "people/p-1", NAME)
                        .flatMap(kept -> sealing.open(kept, "people/p-1")))
                .isEmpty();
        assertThat(sealing.sealAlike("p-1", Seal.lost(stored), "people/p-1", NAME))
                .isEmpty();
        assertThat(keys.idOf("p-1")).isEmpty();
    }

    @Test
    void itOpensNowhereElseAndNotIfItWasChanged() {
        BsonDocument stored = sealing.seal("p-1", Seal.NONE, "case/1", NAME);
        assertThatThrownBy(() -> sealing.open(stored, "case/2")).isInstanceOf(IllegalStateException.class);

        byte[] data = stored.getBinary("data").getData();
        data[data.length - 1] ^= 1;
        assertThatThrownBy(() -> sealing.open(stored, "case/1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void instancesThatMeetAPersonAtOnceAgreeOnTheKey() throws Exception {
        try (ExecutorService instances = Executors.newFixedThreadPool(8)) {
            List<Callable<PersonKey>> all = IntStream.range(0, 8)
                    .<Callable<PersonKey>>mapToObj(
                            n -> () -> TestDatabase.keys(database).of("p-1"))
                    .toList();
            Set<PersonKey> made = Set.copyOf(
                    instances.invokeAll(all).stream().map(Future::resultNow).toList());
            assertThat(made).hasSize(1);
        }
    }

    @Test
    void aDatabaseOfAnotherMasterKeyIsRefused() {
        keys.of("p-1");
        keys.check();

        assertThatThrownBy(() -> new PersonKeys(database, TestMasterKey.make()).check())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodysKeyIsNoPersonsAndNeverDestroyed() {
        keys.of(null);

        assertThat(keys.idOf(PersonKeys.NOBODY)).isEmpty();
        assertThatThrownBy(() -> keys.destroy(PersonKeys.NOBODY)).isInstanceOf(IllegalArgumentException.class);
    }
}
