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

/** Where in the document of a state its {@link Personal} components stand. */
public record PersonalFields(List<List<String>> paths) {

    /** @throws IllegalArgumentException if one stands in a list or a map, where it would not be sealed */
    public static PersonalFields of(Class<?> state) {
        List<List<String>> found = new ArrayList<>();
        find(state, List.of(), found);
        return new PersonalFields(List.copyOf(found));
    }

    /** Takes them out of the document of a state. */
    public BsonDocument takeFrom(BsonDocument state) {
        BsonDocument taken = new BsonDocument();
        for (List<String> path : paths) {
            BsonDocument holder = holder(state, path);
            BsonValue value = holder == null ? null : holder.remove(path.getLast());
            if (value != null && !value.isNull()) {
                taken.append(String.join(".", path), value);
            }
        }
        return taken;
    }

    /** Puts them back where they were taken from. */
    public void putBack(BsonDocument taken, BsonDocument state) {
        for (List<String> path : paths) {
            BsonValue value = taken.get(String.join(".", path));
            BsonDocument holder = holder(state, path);
            if (value != null && holder != null) {
                holder.append(path.getLast(), value);
            }
        }
    }

    private static @Nullable BsonDocument holder(BsonDocument state, List<String> path) {
        BsonDocument holder = state;
        for (String step : path.subList(0, path.size() - 1)) {
            if (!holder.isDocument(step)) {
                return null;
            }
            holder = holder.getDocument(step);
        }
        return holder;
    }

    private static void find(Class<?> record, List<String> above, List<List<String>> found) {
        for (RecordComponent component : record.getRecordComponents()) {
            List<String> path = Stream.concat(above.stream(), Stream.of(component.getName()))
                    .toList();
            if (component.isAnnotationPresent(Personal.class)) {
                found.add(path);
            } else if (component.getType().isRecord()) {
                find(component.getType(), path, found);
            } else {
                refuseInside(component.getGenericType(), record);
            }
        }
    }

    private static void refuseInside(Type container, Class<?> record) {
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
