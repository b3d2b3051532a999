package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The conditions, field by field, that every document matched by a query satisfies. */
final class QueryFieldConditions {
    private final Map<String, FieldCondition> conditions = new HashMap<>();
    private final Document query;

    QueryFieldConditions(Document query) {
        this.query = query;
        addAll(query);
    }

    private void addAll(Document conjunction) {
        for (Map.Entry<String, Object> entry : conjunction.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof Collection<?> parts) {
                parts.stream().filter(Document.class::isInstance).forEach(part -> addAll((Document) part));
            } else if (!entry.getKey().startsWith("$")) {
                conditions.merge(entry.getKey(), FieldCondition.of(entry.getValue()), FieldCondition::and);
            }
        }
    }

    FieldCondition conditionOn(String field) {
        return conditions.getOrDefault(field, FieldCondition.NONE);
    }

    /** Returns whether every document that matches the query certainly matches the filter of a partial index. */
    boolean implies(Document filter) {
        return filter.entrySet().stream().allMatch(part -> implies(part.getKey(), part.getValue()));
    }

    private boolean implies(String field, @Nullable Object required) {
        return requiresExistence(required)
                ? conditionOn(field).requiresField()
                : query.containsKey(field) && Objects.equals(query.get(field), required);
    }

    private static boolean requiresExistence(@Nullable Object required) {
        return required instanceof Document operators
                && operators.size() == 1
                && Utils.isTrue(operators.get("$exists"));
    }
}
