package org.yiqiao.faults.check;

import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.yiqiao.contracts.DomainEvent;
import org.yiqiao.contracts.EventType;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.TestCluster;

/** Reads the services' data from the document store. */
final class StoreSnapshotReader {

    private final TestCluster cluster;

    StoreSnapshotReader(TestCluster cluster) {
        this.cluster = cluster;
    }

    /** The collection of one aggregate type, and the service that owns it. */
    private record AggregateCollection(PlatformService service, String name) {

        static Stream<AggregateCollection> all() {
            return EventType.all().stream()
                    .map(type -> new AggregateCollection(
                            type.service(),
                            EventType.aggregateNameOf(
                                    type.record().getInterfaces()[0].asSubclass(DomainEvent.class))))
                    .distinct();
        }
    }

    Map<EventIdentity.AggregateKey, PersistedAggregate> readAggregates() {
        Map<EventIdentity.AggregateKey, PersistedAggregate> aggregates = new HashMap<>();
        AggregateCollection.all().forEach(collection -> collection(collection)
                .find()
                .projection(exclude("memory"))
                .forEach(document -> aggregates.put(
                        new EventIdentity.AggregateKey(
                                collection.name(), document.getString("_id").getValue()),
                        new PersistedAggregate(
                                document.getNumber("version").longValue(),
                                document.getArray("outbox").size(),
                                document.getDocument("state")))));
        return aggregates;
    }

    /** Returns the number of aggregates with events in their outbox. */
    long countPendingAggregates() {
        return AggregateCollection.all()
                .mapToLong(collection -> collection(collection).countDocuments(Filters.exists("pendingSince")))
                .sum();
    }

    Map<String, PersistedRow> readRows(TopicSubscription subscription) {
        Map<String, PersistedRow> rows = new HashMap<>();
        cluster.database(subscription.service())
                .getCollection(subscription.name(), BsonDocument.class)
                .find()
                .forEach(document -> rows.put(
                        document.getString("_id").getValue(),
                        new PersistedRow(
                                document.getNumber("lastSeq").longValue(),
                                document.isDocument("row") ? document.getDocument("row") : null)));
        return rows;
    }

    List<OutOfOrderEvent> readParkedEvents() {
        List<OutOfOrderEvent> parked = new ArrayList<>();
        for (PlatformService service : PlatformService.values()) {
            cluster.database(service)
                    .getCollection("parked", BsonDocument.class)
                    .find()
                    .forEach(document -> parked.add(new OutOfOrderEvent(
                            document.getString("subscriber").getValue(),
                            document.getString("subject").getValue(),
                            document.getNumber("seq").longValue())));
        }
        return parked;
    }

    private MongoCollection<BsonDocument> collection(AggregateCollection collection) {
        return cluster.database(collection.service()).getCollection(collection.name(), BsonDocument.class);
    }
}
