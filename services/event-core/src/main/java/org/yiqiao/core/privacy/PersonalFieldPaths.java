package org.yiqiao.core.privacy;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * The paths of the {@link PersonalData} components in the document of a state.
 *
 * @param paths paths of the fields that describe the person of the aggregate; a path through a list leads to the field
 *     in each of its elements
 * @param lists lists of elements that describe a person of their own
 */
public record PersonalFieldPaths(List<List<String>> paths, List<PersonalList> lists) {

    /** @throws IllegalArgumentException if a personal field is in a container where it would not be encrypted */
    public static PersonalFieldPaths of(Class<?> state) {
        return PersonalFieldScanner.scan(state);
    }

    boolean isEmpty() {
        return paths.isEmpty() && lists.isEmpty();
    }

    /**
     * Removes the personal fields from the document of a state and returns them by their path. The path of a field in a
     * list contains the index of the element, such as {@code history.0.text}.
     */
    public BsonDocument extractFrom(BsonDocument state) {
        BsonDocument extracted = new BsonDocument();
        paths.forEach(path -> visit(state, path, "", (parent, field, name) -> {
            BsonValue value = parent.remove(field);
            if (value != null && !value.isNull()) {
                extracted.append(name, value);
            }
        }));
        return extracted;
    }

    /** Puts extracted fields back into the document of a state. */
    public void restoreInto(BsonDocument extracted, BsonDocument state) {
        paths.forEach(path -> visit(state, path, "", (parent, field, name) -> {
            BsonValue value = extracted.get(name);
            if (value != null) {
                parent.append(field, value);
            }
        }));
    }

    @FunctionalInterface
    private interface FieldVisitor {
        void visit(BsonDocument parent, String field, String name);
    }

    private static void visit(BsonDocument parent, List<String> path, String prefix, FieldVisitor visitor) {
        String field = path.getFirst();
        String name = prefix + field;
        List<String> rest = path.subList(1, path.size());
        if (rest.isEmpty()) {
            visitor.visit(parent, field, name);
        } else if (parent.isDocument(field)) {
            visit(parent.getDocument(field), rest, name + ".", visitor);
        } else if (parent.isArray(field)) {
            BsonArray elements = parent.getArray(field);
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i).isDocument()) {
                    visit(elements.get(i).asDocument(), rest, name + "." + i + ".", visitor);
                }
            }
        }
    }
}
