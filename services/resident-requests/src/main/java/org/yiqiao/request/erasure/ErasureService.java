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
import org.yiqiao.core.access.AccessScope;
import org.yiqiao.core.access.Ownership;
import org.yiqiao.core.aggregate.AggregateCommandHandler;
import org.yiqiao.core.aggregate.CommandMetadata;
import org.yiqiao.core.aggregate.CommandResult;
import org.yiqiao.core.aggregate.StoredAggregate;
import org.yiqiao.core.privacy.PersonEncryptionKeyStore;
import org.yiqiao.request.contacts.ContactStore;
import org.yiqiao.request.persons.ErasePerson;
import org.yiqiao.request.persons.Person;
import org.yiqiao.request.persons.PersonAggregateType;
import org.yiqiao.request.replicas.GridChiefs;

/**
 * Erases persons: stores the decision with its event, then destroys the person's key and deletes the contact.
 *
 * <p>An erasure that a killed process left unfinished is completed at the next start. One that an outage interrupted is
 * completed within a minute after the outage.
 */
@Component
class ErasureService {

    private static final Logger log = LoggerFactory.getLogger(ErasureService.class);
    private static final int PAGE = 500;
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final AggregateCommandHandler<Person, PersonEvent, PersonAggregateType.NoFacts> persons;
    private final PersonEncryptionKeyStore keys;
    private final ContactStore contacts;
    private final GridChiefs chiefs;
    private final Clock clock;
    private Instant since = Instant.EPOCH;

    ErasureService(
            AggregateCommandHandler<Person, PersonEvent, PersonAggregateType.NoFacts> persons,
            PersonEncryptionKeyStore keys,
            ContactStore contacts,
            GridChiefs chiefs,
            Clock clock) {
        this.persons = persons;
        this.keys = keys;
        this.contacts = contacts;
        this.chiefs = chiefs;
        this.clock = clock;
    }

    /**
     * Returns whether the person is in the access scope and has a contact, a key or an earlier erasure, or is or was a
     * grid chief.
     */
    boolean isKnown(String person, AccessScope accessScope) {
        return accessScope.covers(Ownership.NONE.withPerson(person))
                && (contacts.find(person).isPresent()
                        || keys.findKeyId(person).isPresent()
                        || persons.find(person).isPresent()
                        || chiefs.isKnown(person));
    }

    /**
     * Erases a person. Returns empty if the person has no key: no data was stored since the last erasure, or ever. The
     * erasure of a grid chief without a key is published too, because grid management can have data of the chief.
     */
    Optional<CommandResult<Person>> erase(String person, CommandMetadata metadata) {
        String key = keys.findKeyId(person).orElse(null);
        if (key == null && !chiefs.isKnown(person)) {
            return Optional.empty();
        }
        CommandResult<Person> outcome = persons.update(person, new ErasePerson(person, key), metadata);
        if (key != null && outcome instanceof CommandResult.Completed<Person>) {
            destroyKey(person, key);
        }
        return Optional.of(outcome);
    }

    @Scheduled(fixedDelay = 60_000)
    void completePending() {
        try {
            Instant now = clock.instant();
            for (List<StoredAggregate<Person>> page = findErased("");
                    !page.isEmpty();
                    page = findErased(page.getLast().id())) {
                page.forEach(this::destroyKey);
            }
            since = now.minus(OVERLAP);
        } catch (MongoException e) {
            log.warn("Pending erasures could not be completed; retrying in one minute", e);
        }
    }

    private List<StoredAggregate<Person>> findErased(String after) {
        Bson condition = and(gt("state.erasedAt", since), gt("_id", after));
        return persons.query(condition, PAGE);
    }

    private void destroyKey(StoredAggregate<Person> erased) {
        Optional.ofNullable(erased.state().destroyed()).ifPresent(key -> destroyKey(erased.id(), key));
    }

    private void destroyKey(String person, String key) {
        keys.destroy(person, key);
        contacts.delete(person, key);
    }
}
