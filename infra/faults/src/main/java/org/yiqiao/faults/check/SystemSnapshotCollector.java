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
import org.yiqiao.faults.cluster.Await;
import org.yiqiao.faults.cluster.TestCluster;
import org.yiqiao.faults.load.OperationHistory;

/** Takes the evidence of a town: its topics, its documents, its consumers' offsets. */
public final class SystemSnapshotCollector implements AutoCloseable {

    private final DocumentStoreReader documents;
    private final TopicLogReader log;
    private final ConsumerGroupOffsets offsets;
    private final OperationHistory history;
    private final List<Subscription> subscriptions = Subscription.all();
    private final Set<String> planted = ConcurrentHashMap.newKeySet();

    public SystemSnapshotCollector(TestCluster town, OperationHistory history) {
        this.documents = new DocumentStoreReader(town);
        this.log = new TopicLogReader(town.kafkaProperties());
        this.offsets = new ConsumerGroupOffsets(town.kafkaProperties());
        this.history = history;
    }

    /** From now on a subject counts as written by a fault; no aggregate stands behind it. */
    public void markInjected(String subject) {
        planted.add(subject);
    }

    /** Waits until nothing is under way any more; false if something still is after the patience. */
    public boolean awaitIdle(Duration patience) {
        return Await.until(patience, this::isIdle);
    }

    /** Whether a subscriber has put an event of this subject aside. */
    public synchronized boolean hasDeadLetter(String subscriber, String subject) {
        log.readToEnd();
        Set<TopicRecord.Position> origins = new HashSet<>();
        log.deadLetters().stream()
                .filter(letter -> letter.handler().equals(subscriber) && letter.origin() != null)
                .forEach(letter -> origins.add(Objects.requireNonNull(letter.origin())));
        return log.records().stream()
                .anyMatch(recorded -> recorded.eventKey() != null
                        && recorded.eventKey().aggregateId().equals(subject)
                        && origins.contains(recorded.position()));
    }

    /** How many records of the topics repeat an earlier one. */
    public synchronized long countDuplicates() {
        log.readToEnd();
        Set<EventKey> seen = new HashSet<>();
        return log.records().stream()
                .filter(recorded -> recorded.eventKey() != null && !seen.add(recorded.eventKey()))
                .count();
    }

    /** All that is known now. */
    public synchronized SystemSnapshot collect() {
        Map<String, Map<Integer, Long>> committed = new HashMap<>();
        subscriptions.forEach(
                subscription -> committed.put(subscription.group(), offsets.committedOffsets(subscription)));
        log.readToEnd();
        Map<String, Map<String, PersistedRow>> rows = new HashMap<>();
        subscriptions.forEach(subscription -> rows.put(subscription.group(), documents.readRows(subscription)));
        return new SystemSnapshot(
                history.commands(),
                history.staleReads(),
                log.records(),
                log.deadLetters(),
                Set.copyOf(planted),
                documents.readAggregates(),
                subscriptions,
                rows,
                documents.readParkedEvents(),
                committed);
    }

    @Override
    public void close() {
        log.close();
        offsets.close();
    }

    private boolean isIdle() {
        try {
            return documents.countPendingAggregates() == 0
                    && subscriptions.stream().allMatch(subscription -> offsets.lag(subscription) == 0)
                    && documents.readParkedEvents().stream().allMatch(parked -> planted.contains(parked.aggregateId()));
        } catch (MongoException | IllegalStateException unanswered) {
            return false;
        }
    }
}
