package org.yiqiao.request.erasure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yiqiao.contracts.PersonEvent;
import org.yiqiao.core.access.Belonging;
import org.yiqiao.core.access.Reach;
import org.yiqiao.core.aggregate.CommandHandler;
import org.yiqiao.core.aggregate.Origin;
import org.yiqiao.core.aggregate.Outcome;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.privacy.PersonKeys;
import org.yiqiao.request.contacts.ContactBook;
import org.yiqiao.request.persons.Erase;
import org.yiqiao.request.persons.Person;
import org.yiqiao.request.persons.Persons;

/**
 * Forgets a person: the decision is written with its event, then their key is destroyed and their contact dropped. What a killed
 * process left undone is done when the next one starts, and what an outage left, within a minute.
 */
@Component
class Erasure {

    private static final Logger log = LoggerFactory.getLogger(Erasure.class);
    private static final int PAGE = 500;
    private static final Duration RECENT = Duration.ofDays(1);

    private final CommandHandler<Person, PersonEvent, Persons.NoFacts> persons;
    private final PersonKeys keys;
    private final ContactBook contacts;
    private final Clock clock;
    private Instant since = Instant.EPOCH;

    Erasure(
            CommandHandler<Person, PersonEvent, Persons.NoFacts> persons,
            PersonKeys keys,
            ContactBook contacts,
            Clock clock) {
        this.persons = persons;
        this.keys = keys;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Whether anything was ever known of a person who is reached. */
    boolean knows(String person, Reach reach) {
        return reach.covers(Belonging.TO_NOBODY.andPerson(person))
                && (contacts.of(person).isPresent()
                        || keys.idOf(person).isPresent()
                        || persons.find(person).isPresent());
    }

    /** Forgets a person; nothing is left to do if that was done and they have not come again since. */
    Optional<Outcome<Person>> erase(String person, Origin origin) {
        return keys.idOf(person).map(key -> {
            Outcome<Person> outcome = persons.change(person, new Erase(person, key), origin);
            if (outcome instanceof Outcome.Done<Person>) {
                destroy(person, key);
            }
            return outcome;
        });
    }

    @Scheduled(fixedDelay = 60_000)
    void finish() {
        try {
            Instant now = clock.instant();
            for (List<StoredAggregate<Person>> page = erased("");
                    !page.isEmpty();
                    page = erased(page.getLast().id())) {
                page.forEach(this::destroy);
            }
            since = now.minus(RECENT);
        } catch (MongoException e) {
            log.warn("Erasures could not be looked at; once more in a minute", e);
        }
    }

    private List<StoredAggregate<Person>> erased(String after) {
        Bson condition = and(gt("state.erasedAt", since), gt("_id", after));
        return persons.query(condition, PAGE);
    }

    private void destroy(StoredAggregate<Person> erased) {
        Optional.ofNullable(erased.state().destroyed()).ifPresent(key -> destroy(erased.id(), key));
    }

    private void destroy(String person, String key) {
        keys.destroy(person, key);
        contacts.forget(person, key);
    }
}
