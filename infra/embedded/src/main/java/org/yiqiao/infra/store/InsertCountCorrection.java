package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/**
 * Corrects the answer to an insert: the library reports the number of given documents instead of inserted documents.
 */
final class InsertCountCorrection {
    private InsertCountCorrection() {}

    static Document correct(Document answer, Document insert) {
        if (answer.get("writeErrors") instanceof List<?> errors) {
            int given = RequiredFieldReader.of(insert, "documents", List.class).size();
            boolean ordered = Utils.isTrue(insert.getOrDefault("ordered", true));
            answer.put("n", ordered ? ((Document) errors.getFirst()).get("index") : given - errors.size());
        }
        return answer;
    }
}
