package org.yiqiao.core.privacy;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A list in the document of a state, with personal fields in its elements and a person of its own for each element.
 *
 * @param path names of the fields that lead to the list
 * @param subjectField field of an element that names the person
 * @param fields personal fields of an element
 */
public record PersonalList(List<String> path, String subjectField, PersonalFieldPaths fields) {

    /** Returns the path as one text, such as {@code handling.reliefs}. */
    public String name() {
        return String.join(".", path);
    }

    /** Returns the elements in the document of a state, in their order; empty if the list is absent. */
    public List<BsonDocument> elementsOf(BsonDocument state) {
        BsonDocument parent = state;
        for (String step : path.subList(0, path.size() - 1)) {
            if (!parent.isDocument(step)) {
                return List.of();
            }
            parent = parent.getDocument(step);
        }
        return parent.isArray(path.getLast())
                ? parent.getArray(path.getLast()).stream()
                        .filter(BsonValue::isDocument)
                        .map(BsonValue::asDocument)
                        .toList()
                : List.of();
    }

    /** Returns the pseudonymous id of the person that an element describes; null for an unknown person. */
    public @Nullable String subjectOf(BsonDocument element) {
        return element.isString(subjectField) ? element.getString(subjectField).getValue() : null;
    }
}
