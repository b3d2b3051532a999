package org.yiqiao.core.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Stores the keys of persons, each wrapped with the master key, in one collection of the service's database. An
 * instance caches the keys that it uses for {@link #CACHE_DURATION}. For at most that long, another instance can still
 * read data that was encrypted with a destroyed key.
 */
public final class PersonEncryptionKeyStore {

    /** Time after which every instance of a service has dropped a key that one of them destroyed. */
    public static final Duration CACHE_DURATION = Duration.ofSeconds(5);

    /** Owner of the key that encrypts the data of unknown persons. No caller id contains a space. */
    static final String UNKNOWN_PERSON = "of nobody";

    private static final int MAX_CACHED = 20_000;
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(8);

    private final MongoCollection<Document> keys;
    private final MasterKey master;
    private final Cache<String, PersonEncryptionKey> cache = Caffeine.newBuilder()
            .maximumSize(MAX_CACHED)
            .expireAfterWrite(CACHE_DURATION)
            .build();

    public PersonEncryptionKeyStore(MongoDatabase database, MasterKey master) {
        this.keys = database.getCollection("personKeys")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadPreference(ReadPreference.primary())
                .withTimeout(RESPONSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        this.master = master;
    }

    /**
     * Verifies that the master key unwraps a stored key, if there is any.
     *
     * @throws IllegalStateException if the stored keys were wrapped with another master key
     */
    public void verifyMasterKey() {
        Optional.ofNullable(keys.find().first()).ifPresent(this::read);
    }

    /**
     * Returns the key of a person and creates it if there is none. A null person stands for an unknown person; all
     * unknown persons share one key.
     */
    PersonEncryptionKey getOrCreate(@Nullable String person) {
        String owner = personOrUnknown(person);
        return cache.get(owner, any -> load(owner).orElseGet(() -> create(owner)));
    }

    /** Returns the keys of the given persons that have one, by person. */
    Map<String, PersonEncryptionKey> findAll(Set<String> persons) {
        return cache.getAll(persons, missing -> {
            Map<String, PersonEncryptionKey> found = new HashMap<>();
            keys.find(in("_id", missing)).forEach(document -> {
                PersonEncryptionKey key = read(document);
                found.put(key.person(), key);
            });
            return found;
        });
    }

    /** Returns the key of a person with this id, unless it was destroyed. */
    Optional<PersonEncryptionKey> find(String person, String id) {
        PersonEncryptionKey current = cache.get(person, any -> load(person).orElse(null));
        return current == null || current.id().equals(id)
                ? Optional.ofNullable(current)
                : load(person).filter(key -> key.id().equals(id));
    }

    /**
     * Returns the id of a person's current key. The key of unknown persons belongs to no person, so its id is never
     * returned.
     */
    public Optional<String> findKeyId(String person) {
        return person.equals(UNKNOWN_PERSON) ? Optional.empty() : load(person).map(PersonEncryptionKey::id);
    }

    /** Destroys a person's current key, whichever it is. Data encrypted with it cannot be read again. */
    public void destroy(String person) {
        keys.deleteOne(eq(requireKnownPerson(person)));
        cache.invalidate(person);
    }

    /** Destroys the key of a person with this id; a newer key stays. */
    public void destroy(String person, String id) {
        keys.deleteOne(and(eq(requireKnownPerson(person)), eq("key", id)));
        cache.invalidate(person);
    }

    static String personOrUnknown(@Nullable String person) {
        return person == null ? UNKNOWN_PERSON : person;
    }

    private static String requireKnownPerson(String person) {
        if (person.equals(UNKNOWN_PERSON)) {
            throw new IllegalArgumentException("The key of unknown persons cannot be destroyed");
        }
        return person;
    }

    private Optional<PersonEncryptionKey> load(String person) {
        return Optional.ofNullable(keys.find(eq(person)).first()).map(this::read);
    }

    private PersonEncryptionKey create(String person) {
        PersonEncryptionKey key = PersonEncryptionKey.create(person);
        MasterKey.WrappedKey wrapped = master.wrap(key.secret().getEncoded(), context(person, key.id()));
        try {
            keys.insertOne(new Document("_id", person)
                    .append("key", key.id())
                    .append("master", wrapped.masterKeyName())
                    .append("wrapped", wrapped.key()));
            return key;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return load(person).orElseGet(() -> create(person));
            }
            throw e;
        }
    }

    private PersonEncryptionKey read(Document document) {
        String person = document.getString("_id");
        String id = document.getString("key");
        MasterKey.WrappedKey wrapped =
                new MasterKey.WrappedKey(document.getString("master"), document.get("wrapped", Binary.class));
        return PersonEncryptionKey.of(person, id, master.unwrap(wrapped, context(person, id)));
    }

    private static String context(String person, String id) {
        return person + "/" + id;
    }
}
