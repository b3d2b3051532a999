package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts documents that no index sorts. Keeps only as many documents as are wanted, and of each only its BSON and the
 * values to sort by.
 */
final class DocumentSorter {
    /**
     * @param values the values of the fields to sort by
     * @param rank keeps equal documents in their original order
     */
    private record Candidate(StoredDocument stored, List<@Nullable Object> values, long rank) {}

    private DocumentSorter() {}

    static Stream<LazyDocument> sort(Stream<LazyDocument> documents, Document order, long wanted) {
        Comparator<Candidate> comparator = comparator(order);
        PriorityQueue<Candidate> best = new PriorityQueue<>(comparator.reversed());
        long rank = 0;
        for (Iterator<LazyDocument> all = documents.iterator(); all.hasNext(); ) {
            LazyDocument next = all.next();
            best.add(new Candidate(next.stored(), values(next.document(), order), rank++));
            if (best.size() > wanted) {
                best.remove();
            }
        }
        return best.stream().sorted(comparator).map(candidate -> new LazyDocument(candidate.stored()));
    }

    private static List<@Nullable Object> values(Document document, Document order) {
        return order.keySet().stream()
                .map(field -> Utils.getSubdocumentValueCollectionAware(document, field))
                .toList();
    }

    private static Comparator<Candidate> comparator(Document order) {
        Comparator<Candidate> byAll = Comparator.comparingInt(candidate -> 0);
        int field = 0;
        for (Map.Entry<String, Object> wanted : order.entrySet()) {
            int at = field++;
            boolean ascending = ((Number) wanted.getValue()).intValue() > 0;
            ValueComparator byValue = ascending ? ValueComparator.asc() : ValueComparator.desc();
            byAll = byAll.thenComparing(candidate -> candidate.values().get(at), byValue);
        }
        return byAll.thenComparingLong(Candidate::rank);
    }
}
