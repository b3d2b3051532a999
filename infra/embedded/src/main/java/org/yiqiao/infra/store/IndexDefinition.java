package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * What an index was declared to be.
 *
 * @param sparse only documents that have one of the fields are in it
 * @param partialFilter only documents that match this filter are in it (MongoDB's partial index); empty for all
 */
record IndexDefinition(String name, List<IndexField> fields, boolean unique, boolean sparse, Document partialFilter) {

    boolean includes(Document document) {
        return (!sparse
                        || fields.stream()
                                .anyMatch(
                                        field -> field.path().valuesIn(document).isPresent()))
                && (partialFilter.isEmpty() || new DefaultQueryMatcher().matches(document, partialFilter));
    }

    /** Whether the index has every document that a query may want. */
    boolean canServe(QueryConditions query) {
        return (!sparse
                        || fields.stream().anyMatch(field -> query.conditionOn(field.name())
                                .requiresField()))
                && query.implies(partialFilter);
    }

    /** Whether documents are left out, so that reading all of the index is already a selection. */
    boolean isSelective() {
        return sparse || !partialFilter.isEmpty();
    }
}
