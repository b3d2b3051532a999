package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * The declaration of an index.
 *
 * @param sparse whether the index contains only documents that have at least one of the fields
 * @param partialFilter the filter of a partial index, which contains only matching documents; empty for all documents
 */
record IndexDefinition(String name, List<IndexField> fields, boolean unique, boolean sparse, Document partialFilter) {

    boolean includes(Document document) {
        return (!sparse
                        || fields.stream()
                                .anyMatch(
                                        field -> field.path().valuesIn(document).isPresent()))
                && (partialFilter.isEmpty() || new DefaultQueryMatcher().matches(document, partialFilter));
    }

    /** Returns whether the index contains every document that can match the query. */
    boolean canServe(QueryFieldConditions query) {
        return (!sparse
                        || fields.stream().anyMatch(field -> query.conditionOn(field.name())
                                .requiresField()))
                && query.implies(partialFilter);
    }

    /** Returns whether the index omits documents, so that reading all of the index is already a selection. */
    boolean isSelective() {
        return sparse || !partialFilter.isEmpty();
    }
}
