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
 * The keys of persons, each wrapped with the master key, in one collection of the service's database. An instance keeps the keys that it
 * uses for {@link #FORGETS_WITHIN}: so long at most another one goes on reading what was sealed with a destroyed key.
 */
public final class PersonKeys {

    /** How soon every instance of a service has forgotten a key that one of them destroyed. */
    public static final Duration FORGETS_WITHIN = Duration.ofSeconds(5);

    /** Whose key seals what is from nobody known. No caller's id has a space. */
    static final String NOBODY = "of nobody";

    private static final int KEPT = 20_000;
    private static final Duration ANSWER = Duration.ofSeconds(8);

    private final MongoCollection<Document> keys;
    private final MasterKey master;
    private final Cache<String, PersonKey> known = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterWrite(FORGETS_WITHIN)
            .build();

    public PersonKeys(MongoDatabase database, MasterKey master) {
        this.keys = database.getCollection("personKeys")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadPreference(ReadPreference.primary())
                .withTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        this.master = master;
    }

    /** @throws IllegalStateException if the keys that are there were wrapped with another master key */
    public void check() {
        Optional.ofNullable(keys.find().first()).ifPresent(this::read);
    }

    /** The key of a person, made if there is none; of nobody known, the one for all of these. */
    PersonKey of(@Nullable String person) {
        String whose = whose(person);
        return known.get(whose, any -> stored(whose).orElseGet(() -> made(whose)));
    }

    /** The keys of those persons who have one. */
    Map<String, PersonKey> all(Set<String> persons) {
        return known.getAll(persons, missing -> {
            Map<String, PersonKey> found = new HashMap<>();
            keys.find(in("_id", missing)).forEach(document -> {
                PersonKey key = read(document);
                found.put(key.person(), key);
            });
            return found;
        });
    }

    /** That key of a person, unless it was destroyed. */
    Optional<PersonKey> named(String person, String id) {
        PersonKey kept = known.get(person, any -> stored(person).orElse(null));
        return kept == null || kept.id().equals(id)
                ? Optional.ofNullable(kept)
                : stored(person).filter(key -> key.id().equals(id));
    }

    /** The id of the key that a person has now; what is of nobody known is no person's. */
    public Optional<String> idOf(String person) {
        return person.equals(NOBODY) ? Optional.empty() : stored(person).map(PersonKey::id);
    }

    /** Destroys a person's key, whichever it is. What it sealed cannot be read again. */
    public void destroy(String person) {
        keys.deleteOne(eq(mortal(person)));
        known.invalidate(person);
    }

    /** Destroys that key of a person; a younger one stays. */
    public void destroy(String person, String id) {
        keys.deleteOne(and(eq(mortal(person)), eq("key", id)));
        known.invalidate(person);
    }

    static String whose(@Nullable String person) {
        return person == null ? NOBODY : person;
    }

    private static String mortal(String person) {
        if (person.equals(NOBODY)) {
            throw new IllegalArgumentException("Nobody cannot be erased");
        }
        return person;
    }

    private Optional<PersonKey> stored(String person) {
        return Optional.ofNullable(keys.find(eq(person)).first()).map(this::read);
    }

    private PersonKey made(String person) {
        PersonKey key = PersonKey.make(person);
        MasterKey.Wrapped wrapped = master.wrap(key.secret().getEncoded(), context(person, key.id()));
        try {
            keys.insertOne(new Document("_id", person)
                    .append("key", key.id())
                    .append("master", wrapped.master())
                    .append("wrapped", wrapped.key()));
            return key;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return stored(person).orElseGet(() -> made(person));
            }
            throw e;
        }
    }

    private PersonKey read(Document document) {
        String person = document.getString("_id");
        String id = document.getString("key");
        MasterKey.Wrapped wrapped =
                new MasterKey.Wrapped(document.getString("master"), document.get("wrapped", Binary.class));
        return PersonKey.of(person, id, master.unwrap(wrapped, context(person, id)));
    }

    private static String context(String person, String id) {
        return person + "/" + id;
    }
}
