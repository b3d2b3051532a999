package org.yiqiao.infra.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotted path into documents. It follows arrays in the same way as the query matcher. */
final class FieldPath {
    private final String dotted;
    private final List<String> steps;

    FieldPath(String dotted) {
        this.dotted = dotted;
        this.steps = List.of(dotted.split("\\.", -1));
    }

    FieldValues valuesIn(Document document) {
        FieldValues found = new FieldValues();
        follow(document, 0, found);
        return found;
    }

    private void follow(@Nullable Object value, int step, FieldValues found) {
        if (step == steps.size()) {
            addEndValue(value, found);
        } else if (value instanceof List<?> array) {
            followArray(array, step, found);
        } else if (value instanceof Document document) {
            follow(document.getOrMissing(steps.get(step)), step + 1, found);
        } else {
            found.add(Missing.getInstance());
        }
    }

    private void followArray(List<?> array, int step, FieldValues found) {
        found.recordArrayAt(String.join(".", steps.subList(0, step)));
        if (isArrayIndex(steps.get(step))) {
            int position = Integer.parseInt(steps.get(step));
            follow(position < array.size() ? array.get(position) : Missing.getInstance(), step + 1, found);
        } else if (array.isEmpty()) {
            found.add(Missing.getInstance());
        } else {
            array.forEach(element -> follow(element, step, found));
        }
    }

    private void addEndValue(@Nullable Object value, FieldValues found) {
        if (!(value instanceof Collection<?> array)) {
            found.add(value);
            return;
        }
        found.recordArrayAt(dotted);
        if (array.isEmpty()) {
            found.add(FieldValues.EmptyArrayMarker.INSTANCE);
        } else {
            array.forEach(found::add);
        }
    }

    private static boolean isArrayIndex(String step) {
        return !step.isEmpty() && step.length() < 10 && step.chars().allMatch(Character::isDigit);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath that && dotted.equals(that.dotted);
    }

    @Override
    public int hashCode() {
        return dotted.hashCode();
    }

    @Override
    public String toString() {
        return dotted;
    }
}
