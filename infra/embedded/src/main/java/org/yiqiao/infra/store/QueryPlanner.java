package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.stream.Stream;

/** Chooses the index for a query. */
final class QueryPlanner {
    private static final String NATURAL = "$natural";

    private QueryPlanner() {}

    /**
     * Returns the best plan. An index that only provides the order is used only for a limited query, because each
     * document costs a lookup.
     */
    static QueryPlan plan(Document query, Document order, boolean limited, List<SecondaryIndex> indexes) {
        QueryFieldConditions conditions = new QueryFieldConditions(query);
        if (order.get(NATURAL) instanceof Number direction) {
            return naturalOrder(conditions, direction.intValue() < 0);
        }
        QueryPlan documents = IndexPlanBuilder.documentPlan(conditions, order);
        Stream<QueryPlan> byIndex = indexes.stream()
                .filter(index -> index.definition().canServe(conditions))
                .map(index -> IndexPlanBuilder.indexPlan(index, conditions, order))
                .filter(plan -> plan.isNarrowing() || (plan.sorted() && limited && !order.isEmpty()));
        return Stream.concat(Stream.of(documents), byIndex)
                .max(QueryPlan.BY_FITNESS)
                .orElse(documents);
    }

    private static QueryPlan naturalOrder(QueryFieldConditions conditions, boolean reverse) {
        QueryPlan forward = IndexPlanBuilder.documentPlan(conditions, new Document());
        return new QueryPlan(
                null,
                forward.ranges(),
                forward.equalFields(),
                forward.matchesUniqueKey(),
                forward.bounded(),
                false,
                false,
                true,
                reverse);
    }
}
