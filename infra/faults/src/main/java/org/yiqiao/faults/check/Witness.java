package org.yiqiao.faults.check;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yiqiao.faults.load.History;
import org.yiqiao.faults.town.Await;
import org.yiqiao.faults.town.Town;

/** Takes the evidence of a town: its topics, its documents, its consumers' offsets. */
public final class Witness implements AutoCloseable {

    private final Documents documents;
    private final TopicLog log;
    private final Offsets offsets;
    private final History history;
    private final List<Subscription> subscriptions = Subscription.all();
    private final Set<String> planted = ConcurrentHashMap.newKeySet();

    public Witness(Town town, History history) {
        this.documents = new Documents(town);
        this.log = new TopicLog(town.kafka());
        this.offsets = new Offsets(town.kafka());
        this.history = history;
    }

    /** From now on a subject counts as written by a fault; no aggregate stands behind it. */
    public void planted(String subject) {
        planted.add(subject);
    }

    /** Waits until nothing is under way any more; false if something still is after the patience. */
    public boolean awaitQuiet(Duration patience) {
        return Await.until(patience, this::isQuiet);
    }

    /** Whether a subscriber has put an event of this subject aside. */
    public synchronized boolean isDeadLetter(String subscriber, String subject) {
        log.read();
        Set<Recorded.Position> origins = new HashSet<>();
        log.letters().stream()
                .filter(letter -> letter.subscriber().equals(subscriber) && letter.origin() != null)
                .forEach(letter -> origins.add(Objects.requireNonNull(letter.origin())));
        return log.records().stream()
                .anyMatch(recorded -> recorded.place() != null
                        && recorded.place().subject().equals(subject)
                        && origins.contains(recorded.position()));
    }

    /** How many records of the topics repeat an earlier one. */
    public synchronized long repeats() {
        log.read();
        Set<Place> seen = new HashSet<>();
        return log.records().stream()
                .filter(recorded -> recorded.place() != null && !seen.add(recorded.place()))
                .count();
    }

    /** All that is known now. */
    public synchronized Evidence take() {
        Map<String, Map<Integer, Long>> committed = new HashMap<>();
        subscriptions.forEach(subscription -> committed.put(subscription.group(), offsets.committed(subscription)));
        log.read();
        Map<String, Map<String, KeptRow>> rows = new HashMap<>();
        subscriptions.forEach(subscription -> rows.put(subscription.group(), documents.rows(subscription)));
        return new Evidence(
                history.commands(),
                history.sightings(),
                log.records(),
                log.letters(),
                Set.copyOf(planted),
                documents.aggregates(),
                subscriptions,
                rows,
                documents.parked(),
                committed);
    }

    @Override
    public void close() {
        log.close();
        offsets.close();
    }

    private boolean isQuiet() {
        try {
            return documents.pending() == 0
                    && subscriptions.stream().allMatch(subscription -> offsets.lag(subscription) == 0)
                    && documents.parked().stream().allMatch(parked -> planted.contains(parked.subject()));
        } catch (MongoException | IllegalStateException unanswered) {
            return false;
        }
    }
}
