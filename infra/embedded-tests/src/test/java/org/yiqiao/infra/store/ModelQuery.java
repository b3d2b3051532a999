package org.yiqiao.infra.store;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A query in two forms: for the store, and as plain Java over documents. */
record ModelQuery(Bson filter, Predicate<Document> matches) {
    private static final Object MISSING = new Object();

    static final ModelQuery ALL = new ModelQuery(Filters.empty(), document -> true);

    static ModelQuery equal(String field, @Nullable Object value) {
        return new ModelQuery(Filters.eq(field, value), anyValue(field, found -> isEqual(found, value)));
    }

    static ModelQuery in(String field, @Nullable Object... values) {
        return new ModelQuery(Filters.in(field, values), anyValue(field, found -> Arrays.stream(values)
                .anyMatch(value -> isEqual(found, value))));
    }

    static ModelQuery exists(String field) {
        return new ModelQuery(Filters.exists(field), anyValue(field, found -> found != MISSING));
    }

    static ModelQuery greaterThan(String field, Object bound, boolean inclusive) {
        return new ModelQuery(
                inclusive ? Filters.gte(field, bound) : Filters.gt(field, bound),
                anyValue(field, found -> isSameKind(found, bound) && compare(found, bound) >= (inclusive ? 0 : 1)));
    }

    static ModelQuery lessThan(String field, Object bound, boolean inclusive) {
        return new ModelQuery(
                inclusive ? Filters.lte(field, bound) : Filters.lt(field, bound),
                anyValue(field, found -> isSameKind(found, bound) && compare(found, bound) <= (inclusive ? 0 : -1)));
    }

    ModelQuery and(ModelQuery other) {
        return new ModelQuery(Filters.and(filter, other.filter), matches.and(other.matches));
    }

    /** Returns a comparator that sorts as MongoDB sorts values that are not arrays. */
    static Comparator<Document> comparingBy(String field, boolean ascending) {
        Comparator<Document> comparator = (a, b) -> compare(singleValue(a, field), singleValue(b, field));
        return ascending ? comparator : comparator.reversed();
    }

    private static @Nullable Object singleValue(Document document, String field) {
        return values(document, field).getFirst();
    }

    private static Predicate<Document> anyValue(String field, Predicate<@Nullable Object> value) {
        return document -> values(document, field).stream().anyMatch(value);
    }

    private static List<@Nullable Object> values(@Nullable Object from, String path) {
        List<@Nullable Object> found = new ArrayList<>();
        String[] steps = path.split("\\.", 2);
        if (from instanceof List<?> elements) {
            elements.forEach(element -> found.addAll(values(element, path)));
        } else if (!(from instanceof Document document)) {
            found.add(MISSING);
        } else if (steps.length == 2) {
            found.addAll(values(document.get(steps[0]), steps[1]));
        } else if (document.get(path) instanceof Collection<?> elements) {
            found.addAll(elements);
            if (elements.isEmpty()) {
                found.add(elements);
            }
        } else {
            found.add(document.containsKey(path) ? document.get(path) : MISSING);
        }
        return found;
    }

    private static boolean isEqual(@Nullable Object found, @Nullable Object value) {
        return kind(found) == kind(value) && compare(found, value) == 0;
    }

    private static boolean isSameKind(@Nullable Object found, Object bound) {
        return kind(found) == kind(bound);
    }

    private static int kind(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Number _ -> 1;
            case String _ -> 2;
            case Boolean _ -> 3;
            case Date _ -> 4;
            case Object missing when missing == MISSING -> 0;
            default -> 5;
        };
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        int kinds = Integer.compare(kind(a), kind(b));
        return switch (a) {
            case Number number
            when kinds == 0 && b instanceof Number other -> Double.compare(number.doubleValue(), other.doubleValue());
            case String string when kinds == 0 && b instanceof String other -> string.compareTo(other);
            case Boolean truth when kinds == 0 && b instanceof Boolean other -> truth.compareTo(other);
            case Date date
            when kinds == 0 && b instanceof Date other -> date.toInstant().compareTo(other.toInstant());
            case null, default -> kinds;
        };
    }
}
