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
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Town;

/** What the services keep in the document store. */
final class Documents {

    private final Town town;

    Documents(Town town) {
        this.town = town;
    }

    /** A kind of aggregate and whose it is. */
    private record Kind(Service service, String name) {

        static Stream<Kind> all() {
            return EventType.all().stream()
                    .map(type -> new Kind(
                            type.service(),
                            EventType.aggregateOf(
                                    type.record().getInterfaces()[0].asSubclass(DomainEvent.class))))
                    .distinct();
        }
    }

    Map<Place.Aggregate, Kept> aggregates() {
        Map<Place.Aggregate, Kept> aggregates = new HashMap<>();
        Kind.all().forEach(kind -> collection(kind)
                .find()
                .projection(exclude("memory"))
                .forEach(document -> aggregates.put(
                        new Place.Aggregate(
                                kind.name(), document.getString("_id").getValue()),
                        new Kept(
                                document.getNumber("version").longValue(),
                                document.getArray("outbox").size(),
                                document.getDocument("state")))));
        return aggregates;
    }

    /** How many aggregates have events in their outbox. */
    long pending() {
        return Kind.all()
                .mapToLong(kind -> collection(kind).countDocuments(Filters.exists("pendingSince")))
                .sum();
    }

    Map<String, KeptRow> rows(Subscription subscription) {
        Map<String, KeptRow> rows = new HashMap<>();
        town.database(subscription.service())
                .getCollection(subscription.name(), BsonDocument.class)
                .find()
                .forEach(document -> rows.put(
                        document.getString("_id").getValue(),
                        new KeptRow(
                                document.getNumber("lastSeq").longValue(),
                                document.isDocument("row") ? document.getDocument("row") : null)));
        return rows;
    }

    List<Parked> parked() {
        List<Parked> parked = new ArrayList<>();
        for (Service service : Service.values()) {
            town.database(service)
                    .getCollection("parked", BsonDocument.class)
                    .find()
                    .forEach(document -> parked.add(new Parked(
                            document.getString("subscriber").getValue(),
                            document.getString("subject").getValue(),
                            document.getNumber("seq").longValue())));
        }
        return parked;
    }

    private MongoCollection<BsonDocument> collection(Kind kind) {
        return town.database(kind.service()).getCollection(kind.name(), BsonDocument.class);
    }
}
