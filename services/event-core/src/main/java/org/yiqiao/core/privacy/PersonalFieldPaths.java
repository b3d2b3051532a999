package org.yiqiao.core.privacy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The paths of the {@link PersonalData} components in the document of a state. */
public record PersonalFieldPaths(List<List<String>> paths) {

    /** @throws IllegalArgumentException if a personal field is in a list or a map, where it would not be encrypted */
    public static PersonalFieldPaths of(Class<?> state) {
        List<List<String>> found = new ArrayList<>();
        collect(state, List.of(), found);
        return new PersonalFieldPaths(List.copyOf(found));
    }

    /** Removes the personal fields from the document of a state and returns them. */
    public BsonDocument extractFrom(BsonDocument state) {
        BsonDocument extracted = new BsonDocument();
        for (List<String> path : paths) {
            BsonDocument parent = findParent(state, path);
            BsonValue value = parent == null ? null : parent.remove(path.getLast());
            if (value != null && !value.isNull()) {
                extracted.append(String.join(".", path), value);
            }
        }
        return extracted;
    }

    /** Puts extracted fields back into the document of a state. */
    public void restoreInto(BsonDocument extracted, BsonDocument state) {
        for (List<String> path : paths) {
            BsonValue value = extracted.get(String.join(".", path));
            BsonDocument parent = findParent(state, path);
            if (value != null && parent != null) {
                parent.append(path.getLast(), value);
            }
        }
    }

    private static @Nullable BsonDocument findParent(BsonDocument state, List<String> path) {
        BsonDocument parent = state;
        for (String step : path.subList(0, path.size() - 1)) {
            if (!parent.isDocument(step)) {
                return null;
            }
            parent = parent.getDocument(step);
        }
        return parent;
    }

    private static void collect(Class<?> record, List<String> parentPath, List<List<String>> found) {
        for (RecordComponent component : record.getRecordComponents()) {
            List<String> path = Stream.concat(parentPath.stream(), Stream.of(component.getName()))
                    .toList();
            if (component.isAnnotationPresent(PersonalData.class)) {
                found.add(path);
            } else if (component.getType().isRecord()) {
                collect(component.getType(), path, found);
            } else {
                rejectInContainer(component.getGenericType(), record);
            }
        }
    }

    private static void rejectInContainer(Type container, Class<?> record) {
        if (container instanceof ParameterizedType generic) {
            for (Type element : generic.getActualTypeArguments()) {
                if (element instanceof Class<?> type
                        && type.isRecord()
                        && !of(type).paths().isEmpty()) {
                    throw new IllegalArgumentException(
                            record.getName() + " has personal fields in a list or map, where they are not encrypted");
                }
            }
        }
    }
}
