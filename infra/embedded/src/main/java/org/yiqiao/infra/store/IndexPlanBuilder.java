package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Determines how many fields of an index, from the left, a query can use, and builds the plan for this index. */
final class IndexPlanBuilder {
    /** The ranges of several {@code $in} conditions multiply; beyond this limit, the query matcher checks the rest. */
    private static final int MAX_RANGES = 10_000;

    private final List<IndexField> fields;
    private final QueryFieldConditions query;
    private final Document order;
    private final boolean multikey;

    private Collection<KeyBytes> prefixes = List.of(new KeyBytes(new byte[0]));
    private int equalFields;

    private IndexPlanBuilder(List<IndexField> fields, QueryFieldConditions query, Document order, boolean multikey) {
        this.fields = fields;
        this.query = query;
        this.order = order;
        this.multikey = multikey;
        while (equalFields < fields.size() && fixField(fields.get(equalFields))) {
            equalFields++;
        }
    }

    /** Returns the plan that reads the documents themselves, in the order of their _id. */
    static QueryPlan documentPlan(QueryFieldConditions query, Document order) {
        IndexPlanBuilder plan = new IndexPlanBuilder(List.of(IndexField.ID), query, order, false);
        boolean byId = plan.equalFields == 1;
        List<KeyRange> ranges =
                byId ? plan.prefixes.stream().map(KeyRange::ofKey).toList() : plan.ranges();
        return plan.build(null, ranges, byId, false);
    }

    /** Returns the plan that reads by an index. After its own fields, every index is sorted by _id. */
    static QueryPlan indexPlan(SecondaryIndex index, QueryFieldConditions query, Document order) {
        List<IndexField> fields = new ArrayList<>(index.definition().fields());
        boolean complete = index.definition().unique()
                && fields.stream()
                        .allMatch(field -> query.conditionOn(field.name()).anyOf() != null);
        if (!fields.stream().map(IndexField::name).toList().contains(IndexField.ID.name())) {
            fields.add(IndexField.ID);
        }
        IndexPlanBuilder plan = new IndexPlanBuilder(fields, query, order, index.isMultikey());
        return plan.build(index, plan.ranges(), complete, index.definition().isSelective());
    }

    private QueryPlan build(@Nullable SecondaryIndex index, List<KeyRange> ranges, boolean complete, boolean selects) {
        @Nullable Boolean reverse = directionOf(order);
        return new QueryPlan(
                index,
                ranges,
                equalFields,
                complete,
                nextCondition().isRange(),
                selects,
                multikey,
                reverse != null,
                Boolean.TRUE.equals(reverse));
    }

    private boolean fixField(IndexField field) {
        List<@Nullable Object> values = query.conditionOn(field.name()).anyOf();
        if (values == null || (equalFields > 0 && (long) prefixes.size() * values.size() > MAX_RANGES)) {
            return false;
        }
        Collection<KeyBytes> longer = new TreeSet<>();
        for (KeyBytes prefix : prefixes) {
            for (Object value : values) {
                longer.add(new KeyEncoder()
                        .appendKey(prefix)
                        .appendValue(value, field.ascending())
                        .toKey());
            }
        }
        prefixes = longer;
        return true;
    }

    private FieldCondition nextCondition() {
        return equalFields < fields.size()
                ? query.conditionOn(fields.get(equalFields).name())
                : FieldCondition.NONE;
    }

    private List<KeyRange> ranges() {
        FieldCondition next = nextCondition();
        return prefixes.stream()
                .map(prefix -> next.isRange() ? range(prefix, next) : KeyRange.withPrefix(prefix))
                .toList();
    }

    /**
     * Returns a range of keys. Bounds apply to values of one kind only, so a missing bound is the first or last value
     * of the kind.
     */
    private KeyRange range(KeyBytes prefix, FieldCondition bounds) {
        boolean ascending = fields.get(equalFields).ascending();
        Object low = bounds.atLeast();
        // In an array, one element can satisfy the lower bound and another element the upper bound.
        Object high = multikey && low != null ? null : bounds.atMost();
        KeyBytes lowest = bound(prefix, low, high, ascending);
        KeyBytes highest = bound(prefix, high, low, ascending);
        return ascending
                ? new KeyRange(lowest, highest.firstKeyAfterPrefix())
                : new KeyRange(highest, lowest.firstKeyAfterPrefix());
    }

    private static KeyBytes bound(
            KeyBytes prefix, @Nullable Object value, @Nullable Object sameKind, boolean ascending) {
        KeyEncoder key = new KeyEncoder().appendKey(prefix);
        return (value == null ? key.appendKindOf(sameKind, ascending) : key.appendValue(value, ascending)).toKey();
    }

    /** Returns whether the order results from reading forward (false) or backward (true); null if from neither. */
    private @Nullable Boolean directionOf(Document order) {
        if (order.isEmpty()) {
            return false;
        }
        if ((multikey && !isOrderedByIdOnly()) || prefixes.size() > 1) {
            return null;
        }
        Boolean reverse = null;
        int at = equalFields;
        for (Map.Entry<String, Object> wanted : order.entrySet()) {
            if (isFixed(wanted.getKey())) {
                continue;
            }
            if (at >= fields.size()
                    || !fields.get(at).name().equals(wanted.getKey())
                    || !(wanted.getValue() instanceof Number direction)) {
                return null;
            }
            boolean backward = direction.intValue() > 0 != fields.get(at).ascending();
            if (reverse != null && reverse != backward) {
                return null;
            }
            reverse = backward;
            at++;
        }
        return reverse != null && reverse;
    }

    /**
     * Returns whether the order is by _id alone and _id follows the fixed fields. With each fixed field at one value, a
     * document occurs once, even if an array gives it further entries.
     */
    private boolean isOrderedByIdOnly() {
        String id = IndexField.ID.name();
        return order.keySet().equals(Set.of(id))
                && equalFields < fields.size()
                && fields.get(equalFields).name().equals(id);
    }

    private boolean isFixed(String field) {
        return fields.subList(0, equalFields).stream()
                .anyMatch(fixed -> fixed.name().equals(field));
    }
}
