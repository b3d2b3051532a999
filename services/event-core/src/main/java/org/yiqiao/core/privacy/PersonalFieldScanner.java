package org.yiqiao.core.privacy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the personal fields of a state record by its annotations. */
final class PersonalFieldScanner {

    private final List<List<String>> paths = new ArrayList<>();
    private final List<PersonalList> lists = new ArrayList<>();

    private PersonalFieldScanner() {}

    /** @throws IllegalArgumentException if a personal field is in a container where it would not be encrypted */
    static PersonalFieldPaths scan(Class<?> record) {
        PersonalFieldScanner scanner = new PersonalFieldScanner();
        scanner.collect(record, List.of(), false);
        return new PersonalFieldPaths(List.copyOf(scanner.paths), List.copyOf(scanner.lists));
    }

    private void collect(Class<?> record, List<String> parentPath, boolean isInList) {
        for (RecordComponent component : record.getRecordComponents()) {
            List<String> path = Stream.concat(parentPath.stream(), Stream.of(component.getName()))
                    .toList();
            Optional<Class<?>> element = elementOf(component);
            if (component.isAnnotationPresent(PersonalData.class)) {
                paths.add(path);
            } else if (component.getType().isRecord()) {
                collect(component.getType(), path, isInList);
            } else if (element.isPresent()) {
                collectElements(element.get(), path, isInList);
            } else {
                rejectPersonalFields(component.getGenericType(), record);
            }
        }
    }

    private void collectElements(Class<?> element, List<String> path, boolean isInList) {
        Optional<String> subjectField = Arrays.stream(element.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(DataSubject.class))
                .map(RecordComponent::getName)
                .findFirst();
        if (subjectField.isEmpty()) {
            collect(element, path, true);
            return;
        }
        PersonalFieldPaths fields = scan(element);
        if (isInList || !fields.lists().isEmpty()) {
            throw new IllegalArgumentException(element.getName() + " has a data subject in a list within a list");
        }
        lists.add(new PersonalList(path, subjectField.get(), fields));
    }

    /** Returns the record that is the element of a list component. */
    private static Optional<Class<?>> elementOf(RecordComponent component) {
        return component.getType() == List.class
                        && component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isRecord()
                ? Optional.of(element)
                : Optional.empty();
    }

    private static void rejectPersonalFields(Type type, Class<?> record) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                rejectPersonalFields(argument, record);
            }
        } else if (type instanceof Class<?> inner
                && inner.isRecord()
                && !scan(inner).isEmpty()) {
            throw new IllegalArgumentException(
                    record.getName() + " has personal fields in a container where they are not encrypted");
        }
    }
}
