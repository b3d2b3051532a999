package org.yiqiao.infra.store;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to read the documents that a query may want: all that match it, and perhaps others.
 *
 * @param index null to read the documents themselves, which are sorted by _id
 * @param equalFields how many leading fields of the index are fixed to single values
 * @param matchesUniqueKey at most one document for each range: all fields of a unique index are fixed
 * @param bounded the field after the equal ones has a lower or upper bound
 * @param selective the index leaves documents out that the query does not want
 * @param mayRepeat a document may come several times
 * @param sorted the documents come in the order that was asked for
 */
record QueryPlan(
        @Nullable SecondaryIndex index,
        List<KeyRange> ranges,
        int equalFields,
        boolean matchesUniqueKey,
        boolean bounded,
        boolean selective,
        boolean mayRepeat,
        boolean sorted,
        boolean reverse) {

    /** The greatest is the best: the longest run of fixed fields first. */
    static final Comparator<QueryPlan> BY_FITNESS = Comparator.comparing(QueryPlan::matchesUniqueKey)
            .thenComparingInt(QueryPlan::equalFields)
            .thenComparing(QueryPlan::bounded)
            .thenComparing(QueryPlan::selective)
            .thenComparing(QueryPlan::sorted)
            .thenComparing(plan -> plan.index() == null);

    /** Whether the index spares reading, and does not only give an order. */
    boolean isNarrowing() {
        return equalFields > 0 || bounded || selective;
    }

    Stream<StoredDocument> read(CollectionSnapshot snapshot) {
        Stream<KeyRange> inOrder = (reverse ? ranges.reversed() : ranges).stream();
        if (index == null) {
            return inOrder.flatMap(range -> snapshot.documents(range, reverse));
        }
        Stream<KeyBytes> positions = inOrder.flatMap(range -> snapshot.positions(index, range, reverse));
        if (mayRepeat) {
            Set<KeyBytes> seen = new HashSet<>();
            positions = positions.filter(seen::add);
        }
        return positions.map(position -> Objects.requireNonNull(snapshot.document(position)));
    }
}
