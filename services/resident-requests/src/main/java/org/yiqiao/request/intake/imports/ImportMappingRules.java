package org.yiqiao.request.intake.imports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yiqiao.core.decider.Rejection;

/** The rules for a mapping that a client stores. */
final class ImportMappingRules {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> STATUSES = Set.of("open", "closed");
    private static final int MAX_WORDS = 5_000;
    private static final List<RequestField> REQUIRED_FIELDS =
            List.of(RequestField.STATUS, RequestField.SERVICE, RequestField.REQUESTED);

    private ImportMappingRules() {}

    /** Returns the first violated rule. */
    static Optional<Rejection> check(ImportMapping mapping) {
        return Stream.of(
                        name(mapping),
                        fields(mapping),
                        missing(mapping),
                        statuses(mapping),
                        size(mapping),
                        zone(mapping))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<Rejection> name(ImportMapping mapping) {
        if (BuiltInMappings.named(mapping.name()).isPresent()) {
            return Optional.of(Rejection.conflict("mapping.built-in").withDetail("mapping", mapping.name()));
        }
        return NAME.matcher(mapping.name()).matches()
                ? Optional.empty()
                : Optional.of(Rejection.invalid("mapping.name"));
    }

    private static Optional<Rejection> fields(ImportMapping mapping) {
        return mapping.columns().keySet().stream()
                .filter(name -> RequestField.named(name).isEmpty())
                .sorted()
                .findFirst()
                .map(name -> Rejection.invalid("mapping.field-unknown")
                        .withDetail("field", name)
                        .withDetail(
                                "fields",
                                Arrays.stream(RequestField.values())
                                        .map(RequestField::openName)
                                        .toList()));
    }

    private static Optional<Rejection> missing(ImportMapping mapping) {
        List<String> missing = Stream.concat(
                        mapping.hasDerivedIds() ? Stream.empty() : Stream.of(RequestField.ID), REQUIRED_FIELDS.stream())
                .filter(field -> mapping.columnsOf(field).isEmpty())
                .map(RequestField::openName)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.invalid("mapping.columns-missing").withDetail("missing", missing));
    }

    private static Optional<Rejection> statuses(ImportMapping mapping) {
        return mapping.statuses().values().stream()
                .filter(status -> !STATUSES.contains(status))
                .sorted()
                .findFirst()
                .map(status -> Rejection.invalid("mapping.status").withDetail("status", status));
    }

    private static Optional<Rejection> size(ImportMapping mapping) {
        int columns = mapping.columns().values().stream().mapToInt(List::size).sum();
        return columns
                                + mapping.statuses().size()
                                + mapping.services().size()
                                + mapping.idFrom().size()
                        > MAX_WORDS
                ? Optional.of(Rejection.invalid("mapping.too-large").withDetail("max", MAX_WORDS))
                : Optional.empty();
    }

    private static Optional<Rejection> zone(ImportMapping mapping) {
        return mapping.zone() == null || isZone(mapping.zone())
                ? Optional.empty()
                : Optional.of(Rejection.invalid("import.zone"));
    }
}
