package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stops an ordered sequence of updates at its first error; the library alone would continue. */
final class OrderedUpdateExecutor {
    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();
    private int matched;
    private int modified;

    private OrderedUpdateExecutor() {}

    /** @param library executes an update command as the library does */
    static Document run(Document command, UnaryOperator<Document> library) {
        List<?> updates = RequiredFieldReader.of(command, "updates", List.class);
        if (updates.size() == 1 || !Utils.isTrue(command.getOrDefault("ordered", true))) {
            return library.apply(command);
        }
        OrderedUpdateExecutor executor = new OrderedUpdateExecutor();
        for (int i = 0; i < updates.size() && executor.errors.isEmpty(); i++) {
            Document one = command.clone();
            one.put("updates", List.of(updates.get(i)));
            executor.add(library.apply(one), i);
        }
        return executor.response();
    }

    private void add(Document answer, int index) {
        matched += RequiredFieldReader.of(answer, "n", Integer.class);
        modified += RequiredFieldReader.of(answer, "nModified", Integer.class);
        addAll(answer.get("upserted"), index, upserted);
        addAll(answer.get("writeErrors"), index, errors);
    }

    private static void addAll(@Nullable Object entries, int index, List<Document> all) {
        if (entries instanceof Iterable<?> documents) {
            for (Object document : documents) {
                Document entry = (Document) document;
                entry.put("index", index);
                all.add(entry);
            }
        }
    }

    private Document response() {
        Document answer = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            answer.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            answer.put("writeErrors", errors);
        }
        Utils.markOkay(answer);
        return answer;
    }
}
