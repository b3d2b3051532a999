package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * What an index was declared to be.
 *
 * @param sparse only documents that have one of the fields are in it
 * @param only only documents that match this filter are in it (MongoDB's partial index); empty for all
 */
record IndexDefinition(String name, List<IndexField> fields, boolean unique, boolean sparse, Document only) {

    boolean covers(Document document) {
        return (!sparse
                        || fields.stream()
                                .anyMatch(field -> field.path().in(document).exist()))
                && (only.isEmpty() || new DefaultQueryMatcher().matches(document, only));
    }

    /** Whether the index has every document that a query may want. */
    boolean serves(QueryConditions query) {
        return (!sparse
                        || fields.stream()
                                .anyMatch(field -> query.on(field.name()).exists()))
                && query.implies(only);
    }

    /** Whether documents are left out, so that reading all of the index is already a selection. */
    boolean selects() {
        return sparse || !only.isEmpty();
    }
}
