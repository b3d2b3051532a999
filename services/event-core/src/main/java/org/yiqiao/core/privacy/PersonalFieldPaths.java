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

/** Where in the document of a state its {@link PersonalData} components stand. */
public record PersonalFieldPaths(List<List<String>> paths) {

    /** @throws IllegalArgumentException if one stands in a list or a map, where it would not be sealed */
    public static PersonalFieldPaths of(Class<?> state) {
        List<List<String>> found = new ArrayList<>();
        collect(state, List.of(), found);
        return new PersonalFieldPaths(List.copyOf(found));
    }

    /** Takes them out of the document of a state. */
    public BsonDocument extractFrom(BsonDocument state) {
        BsonDocument taken = new BsonDocument();
        for (List<String> path : paths) {
            BsonDocument holder = findParent(state, path);
            BsonValue value = holder == null ? null : holder.remove(path.getLast());
            if (value != null && !value.isNull()) {
                taken.append(String.join(".", path), value);
            }
        }
        return taken;
    }

    /** Puts them back where they were taken from. */
    public void restoreInto(BsonDocument taken, BsonDocument state) {
        for (List<String> path : paths) {
            BsonValue value = taken.get(String.join(".", path));
            BsonDocument holder = findParent(state, path);
            if (value != null && holder != null) {
                holder.append(path.getLast(), value);
            }
        }
    }

    private static @Nullable BsonDocument findParent(BsonDocument state, List<String> path) {
        BsonDocument holder = state;
        for (String step : path.subList(0, path.size() - 1)) {
            if (!holder.isDocument(step)) {
                return null;
            }
            holder = holder.getDocument(step);
        }
        return holder;
    }

    private static void collect(Class<?> record, List<String> above, List<List<String>> found) {
        for (RecordComponent component : record.getRecordComponents()) {
            List<String> path = Stream.concat(above.stream(), Stream.of(component.getName()))
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
                            record.getName() + " holds personal fields in a container, where they are not sealed");
                }
            }
        }
    }
}
