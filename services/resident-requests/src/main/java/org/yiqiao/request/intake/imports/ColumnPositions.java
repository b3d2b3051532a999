package org.yiqiao.request.intake.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The positions of the fields of a request in the rows of a file. The order of the columns is free, and the first of
 * two columns with the same name counts.
 */
final class ColumnPositions {

    private static final List<RequestField> REQUIRED_FIELDS =
            List.of(RequestField.ID, RequestField.STATUS, RequestField.SERVICE, RequestField.REQUESTED);
    private static final String SUM = " + ";
    private static final String JOINT = " & ";

    private final List<String> header;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<RequestField, List<List<Integer>>> sources = new EnumMap<>(RequestField.class);
    private final List<Integer> idSources;
    private final List<String> missing;

    ColumnPositions(List<String> header, ImportMapping mapping) {
        this.header = header.stream().map(String::strip).toList();
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(key(header.get(i)), i);
        }
        for (RequestField field : RequestField.values()) {
            sources.put(
                    field,
                    mapping.columnsOf(field).stream()
                            .map(this::positionsOf)
                            .filter(found -> !found.isEmpty())
                            .toList());
        }
        this.idSources = mapping.idFrom().stream()
                .map(name -> positions.get(key(name)))
                .filter(Objects::nonNull)
                .toList();
        this.missing = Stream.concat(
                        REQUIRED_FIELDS.stream()
                                .filter(field -> field != RequestField.ID || !mapping.hasDerivedIds())
                                .filter(field -> sources(field).isEmpty())
                                .map(field -> mapping.columnsOf(field).stream()
                                        .findFirst()
                                        .orElse(field.openName())),
                        mapping.idFrom().stream().filter(name -> !positions.containsKey(key(name))))
                .distinct()
                .toList();
    }

    /** Returns the required columns that the header lacks. */
    List<String> missing() {
        return missing;
    }

    List<String> header() {
        return header;
    }

    List<String> ignored() {
        List<Integer> used = Stream.concat(
                        sources.values().stream().flatMap(List::stream).flatMap(List::stream), idSources.stream())
                .toList();
        return Stream.iterate(0, i -> i < header.size(), i -> i + 1)
                .filter(i -> !used.contains(i) && !header.get(i).isEmpty())
                .map(header::get)
                .toList();
    }

    int count() {
        return header.size();
    }

    boolean has(RequestField field) {
        return !sources(field).isEmpty();
    }

    /** Returns the name of the first column of a field as the file spells it, or its Open311 name without a column. */
    String name(RequestField field) {
        return has(field) ? header.get(sources(field).getFirst().getFirst()) : field.openName();
    }

    /** Returns the field that a column is the source of, or null. */
    @Nullable
    RequestField fieldAt(int position) {
        return sources.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(found -> found.contains(position)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Returns the stripped text of a field: the first of its columns with a value, or an empty string. */
    String get(FileRecord row, RequestField field) {
        for (List<Integer> found : sources(field)) {
            String text = found.size() == 1 ? text(row, found.getFirst()) : joined(row, found);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /** Returns the values of the columns that identify a request in a file without ids. */
    List<String> identity(FileRecord row) {
        return idSources.stream().map(position -> text(row, position)).toList();
    }

    private List<List<Integer>> sources(RequestField field) {
        return sources.getOrDefault(field, List.of());
    }

    private List<Integer> positionsOf(String name) {
        Integer position = positions.get(key(name));
        if (position != null) {
            return List.of(position);
        }
        List<Integer> parts = new ArrayList<>();
        for (String part : name.split(Pattern.quote(SUM), -1)) {
            Integer found = positions.get(key(part));
            if (found == null) {
                return List.of();
            }
            parts.add(found);
        }
        return parts;
    }

    private static String joined(FileRecord row, List<Integer> found) {
        return String.join(
                JOINT,
                found.stream()
                        .map(position -> text(row, position))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String text(FileRecord row, int position) {
        return position < row.fields().size()
                ? SpreadsheetText.unwrap(row.fields().get(position).strip())
                : "";
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
