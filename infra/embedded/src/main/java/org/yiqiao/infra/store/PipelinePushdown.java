package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first stages of a pipeline that a query can execute with an index: $match, $sort, $skip and $limit, in this
 * order. The library would read the whole collection first. The library executes the remaining stages.
 */
final class PipelinePushdown {
    private static final Set<String> NOT_OVER_DOCUMENTS = Set.of("$indexStats", "$changeStream");

    /** The stage that drivers send to count documents. */
    private static final Document COUNT =
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

    private final EmbeddedStoreCollection collection;
    private final Document command;
    private final List<Document> rest;
    private final Document match;
    private final Document order;
    private final int skip;
    private final int limit;

    private PipelinePushdown(EmbeddedStoreCollection collection, Document command) {
        this.collection = collection;
        this.command = command;
        this.rest = new ArrayList<>(Aggregation.parse(command.get("pipeline")));
        this.match = removeMatchStages();
        this.order = removeStage("$sort") instanceof Document sort ? sort : new Document();
        this.skip = removeStage("$skip") instanceof Number number ? number.intValue() : 0;
        this.limit = removeStage("$limit") instanceof Number number ? number.intValue() : 0;
    }

    /** Returns the stages; empty if the pipeline does not start with documents of the collection. */
    static Optional<PipelinePushdown> of(EmbeddedStoreCollection collection, Document command) {
        PipelinePushdown stages = new PipelinePushdown(collection, command);
        boolean overDocuments = stages.rest.isEmpty()
                || stages.rest.getFirst().keySet().stream().noneMatch(NOT_OVER_DOCUMENTS::contains);
        return overDocuments ? Optional.of(stages) : Optional.empty();
    }

    private Document removeMatchStages() {
        List<Object> matches = new ArrayList<>();
        for (Object next = removeStage("$match"); next != null; next = removeStage("$match")) {
            matches.add(next);
        }
        return switch (matches.size()) {
            case 0 -> new Document();
            case 1 -> (Document) matches.getFirst();
            default -> new Document("$and", matches);
        };
    }

    private @Nullable Object removeStage(String stage) {
        boolean isNext = !rest.isEmpty() && rest.getFirst().keySet().equals(Set.of(stage));
        return isNext ? rest.removeFirst().get(stage) : null;
    }

    Document run(EmbeddedStoreDatabase database, DatabaseResolver databases, Oplog oplog) {
        Aggregation aggregation = Aggregation.fromPipeline(rest, databases, database, collection, oplog);
        aggregation.validate(command);
        if (rest.equals(List.of(COUNT))) {
            int count = collection.count(match, skip, limit);
            return response(count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count)));
        }
        try (Stream<LazyDocument> found = collection.data().find(match, order, skip, limit)) {
            return response(aggregation.runStages(found.map(LazyDocument::document)));
        }
    }

    private Document response(List<Document> result) {
        Document cursor =
                new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", result);
        Document answer = new Document("cursor", cursor);
        Utils.markOkay(answer);
        return answer;
    }
}
