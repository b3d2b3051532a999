package org.yiqiao.infra.store;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to read all documents that match a query, possibly among others.
 *
 * @param index null to read the documents themselves, which are sorted by _id
 * @param equalFields the number of leading fields of the index that are fixed to single values
 * @param matchesUniqueKey whether each range has at most one document, because all fields of a unique index are fixed
 * @param bounded whether the field after the fixed fields has a lower or upper bound
 * @param selective whether the index omits documents that cannot match the query
 * @param mayRepeat whether a document can occur several times
 * @param sorted whether the documents are in the requested order
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

    /** Orders plans by quality, the best last. A unique key counts first, then the number of fixed fields. */
    static final Comparator<QueryPlan> BY_FITNESS = Comparator.comparing(QueryPlan::matchesUniqueKey)
            .thenComparingInt(QueryPlan::equalFields)
            .thenComparing(QueryPlan::bounded)
            .thenComparing(QueryPlan::selective)
            .thenComparing(QueryPlan::sorted)
            .thenComparing(plan -> plan.index() == null);

    /** Returns whether the index reduces the documents to read, rather than only providing an order. */
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
