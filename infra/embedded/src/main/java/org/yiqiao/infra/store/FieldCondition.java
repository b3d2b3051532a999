package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a query on one field, as far as an index can answer it. It is never stricter than the query: bounds
 * are inclusive, and the query matcher checks everything that is not expressed here.
 *
 * @param anyOf the values, one of which the field must equal
 * @param requiresField whether a document without the field cannot match
 */
record FieldCondition(
        @Nullable List<@Nullable Object> anyOf,
        @Nullable Object atLeast,
        @Nullable Object atMost,
        boolean requiresField) {
    static final FieldCondition NONE = new FieldCondition(null, null, null, false);
    private static final FieldCondition EXISTS = new FieldCondition(null, null, null, true);

    static FieldCondition of(@Nullable Object queried) {
        if (!(queried instanceof Document operators) || !startsWithOperator(operators)) {
            return equalTo(queried);
        }
        FieldCondition all = NONE;
        for (Map.Entry<String, Object> operator : operators.entrySet()) {
            all = all.and(of(operator.getKey(), operator.getValue()));
        }
        return all;
    }

    private static FieldCondition of(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$eq" -> equalTo(operand);
            case "$in" -> operand instanceof Collection<?> values ? anyOf(values) : NONE;
            case "$gt", "$gte" -> isBound(operand) ? new FieldCondition(null, operand, null, true) : NONE;
            case "$lt", "$lte" -> isBound(operand) ? new FieldCondition(null, null, operand, true) : NONE;
            case "$exists" -> Utils.isTrue(operand) ? EXISTS : NONE;
            default -> NONE;
        };
    }

    private static FieldCondition equalTo(@Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>(1);
        values.add(value);
        return anyOf(values);
    }

    private static FieldCondition anyOf(Collection<? extends @Nullable Object> values) {
        if (!values.stream().allMatch(FieldCondition::canLookUp)) {
            return NONE;
        }
        boolean neverNull = values.stream().noneMatch(value -> BsonValueKind.of(value) == BsonValueKind.NULL);
        return new FieldCondition(new ArrayList<>(values), null, null, neverNull);
    }

    /**
     * Returns whether an index can look up the value. It cannot for an array, which can match as a whole or as an
     * element, and for a regular expression, which matches many values.
     */
    private static boolean canLookUp(@Nullable Object value) {
        return !(value instanceof Collection)
                && !BsonRegularExpression.isRegularExpression(value)
                && !(value instanceof Document document && startsWithOperator(document));
    }

    private static boolean isBound(@Nullable Object value) {
        return BsonValueKind.of(value).supportsRanges()
                && !(value instanceof Number number && Double.isNaN(number.doubleValue()));
    }

    private static boolean startsWithOperator(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    /**
     * Returns both conditions combined. Of two usable conditions it takes the first; the query matcher checks the
     * other.
     */
    FieldCondition and(FieldCondition other) {
        return new FieldCondition(
                anyOf != null ? anyOf : other.anyOf,
                atLeast != null ? atLeast : other.atLeast,
                atMost != null ? atMost : other.atMost,
                requiresField || other.requiresField);
    }

    boolean isRange() {
        return atLeast != null || atMost != null;
    }
}
