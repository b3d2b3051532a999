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
import org.yiqiao.faults.load.ClientOperationHistory;

/** Collects the state of a cluster: its topics, its documents and its consumers' offsets. */
public final class SystemSnapshotCollector implements AutoCloseable {

    private final StoreSnapshotReader documents;
    private final AllTopicsReader log;
    private final ConsumerGroupOffsets offsets;
    private final ClientOperationHistory history;
    private final List<TopicSubscription> subscriptions = TopicSubscription.all();
    private final Set<String> injectedSubjects = ConcurrentHashMap.newKeySet();

    public SystemSnapshotCollector(TestCluster cluster, ClientOperationHistory history) {
        this.documents = new StoreSnapshotReader(cluster);
        this.log = new AllTopicsReader(cluster.kafkaProperties());
        this.offsets = new ConsumerGroupOffsets(cluster.kafkaProperties());
        this.history = history;
    }

    /** Marks a subject as injected by a fault: no aggregate exists for it. */
    public void markInjected(String subject) {
        injectedSubjects.add(subject);
    }

    /**
     * Waits until no event is pending, unprocessed or parked, except parked events of injected subjects. Returns false
     * if the timeout elapses first.
     */
    public boolean awaitIdle(Duration timeout) {
        return Await.until(timeout, this::isIdle);
    }

    /** Returns whether an event of this subject is a dead letter of the event handler. */
    public synchronized boolean hasDeadLetter(String handler, String subject) {
        log.readToEnd();
        Set<TopicRecord.Position> origins = new HashSet<>();
        log.deadLetters().stream()
                .filter(deadLetter -> deadLetter.handler().equals(handler) && deadLetter.origin() != null)
                .forEach(deadLetter -> origins.add(Objects.requireNonNull(deadLetter.origin())));
        return log.records().stream()
                .anyMatch(record -> record.eventKey() != null
                        && record.eventKey().aggregateId().equals(subject)
                        && origins.contains(record.position()));
    }

    /** Returns the number of records in the topics that repeat an earlier event. */
    public synchronized long countDuplicates() {
        log.readToEnd();
        Set<EventIdentity> seen = new HashSet<>();
        return log.records().stream()
                .filter(record -> record.eventKey() != null && !seen.add(record.eventKey()))
                .count();
    }

    /** Returns a snapshot of the current state. */
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
                Set.copyOf(injectedSubjects),
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
                    && documents.readParkedEvents().stream()
                            .allMatch(parked -> injectedSubjects.contains(parked.aggregateId()));
        } catch (MongoException | IllegalStateException noResponse) {
            return false;
        }
    }
}
