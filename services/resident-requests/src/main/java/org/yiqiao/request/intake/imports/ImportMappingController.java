package org.yiqiao.request.intake.imports;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiqiao.access.RequiresPermission;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.openapi.OperationName;
import org.yiqiao.edge.web.RejectedException;

/** Stores and returns mappings of columns and values, which imports use by name. */
@RestController
@Tag(name = "Imports")
class ImportMappingController {

    private final ImportMappingStore mappings;

    ImportMappingController(ImportMappingStore mappings) {
        this.mappings = mappings;
    }

    /**
     * A mapping without its name. Only the columns are required.
     *
     * @param columns names of the columns in the file for each field of a request, in the order of preference
     * @param statuses {@code open} or {@code closed} for each status of the file, compared without case
     * @param services name of the service for each category of the file; other categories stay as they are
     * @param idFrom columns of the file that together identify a request in a file without ids
     * @param zone zone of local times; the zone of the import if absent
     * @param dates order of day and month; the order of the import if absent
     * @param datum {@code wgs84}, {@code gcj02} or {@code bd09}; the datum of the import if absent
     */
    record ImportMappingBody(
            Map<String, List<String>> columns,
            @Nullable Map<String, String> statuses,
            @Nullable Map<String, String> services,
            @Nullable List<String> idFrom,
            @Nullable String zone,
            @Nullable DateOrder dates,
            @Nullable String datum) {

        /** @throws RejectedException if a name or value in the body is blank or null */
        ImportMapping named(String name) {
            requireTexts(
                    "columns",
                    columns == null ? Stream.of() : columns.values().stream().flatMap(ImportMappingBody::flat));
            requireTexts("statuses", statuses == null ? Stream.of() : entries(statuses));
            requireTexts("services", services == null ? Stream.of() : entries(services));
            requireTexts("idFrom", idFrom == null ? Stream.of() : idFrom.stream());
            return new ImportMapping(
                    name,
                    Objects.requireNonNullElse(columns, Map.of()),
                    Objects.requireNonNullElse(statuses, Map.of()),
                    Objects.requireNonNullElse(services, Map.of()),
                    Objects.requireNonNullElse(idFrom, List.of()),
                    zone,
                    dates,
                    datum == null ? null : FileOptionsResolver.datum(datum));
        }

        private static Stream<String> flat(@Nullable List<String> names) {
            return names == null ? Stream.of("") : names.stream();
        }

        private static Stream<String> entries(Map<String, String> words) {
            return Stream.concat(words.keySet().stream(), words.values().stream());
        }

        private static void requireTexts(String part, Stream<String> texts) {
            if (texts.anyMatch(text -> text == null || text.isBlank())) {
                throw new RejectedException(Rejection.invalid("mapping.blank").withDetail("part", part));
            }
        }
    }

    /** Returns the built-in mappings and then the stored ones. */
    @RequiresPermission("import-mapping.read")
    @OperationName("importMappingList")
    @GetMapping("/api/requests/import-mappings")
    List<ImportMapping> list() {
        return Stream.concat(BuiltInMappings.ALL.stream(), mappings.stored().stream())
                .toList();
    }

    /**
     * Returns a mapping by its name.
     *
     * @param name name of the mapping
     */
    @RequiresPermission("import-mapping.read")
    @GetMapping("/api/requests/import-mappings/{name}")
    ImportMapping get(@PathVariable String name) {
        return mappings.find(name).orElseThrow(() -> unknown(name));
    }

    /**
     * Stores a mapping or replaces the stored mapping of this name. Running imports keep the mapping they started with.
     *
     * @param name name of the mapping
     */
    @RequiresPermission("import-mapping.write")
    @PutMapping("/api/requests/import-mappings/{name}")
    ImportMapping put(@PathVariable String name, @RequestBody ImportMappingBody body) {
        ImportMapping mapping = body.named(name);
        ImportMappingRules.check(mapping).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
        mappings.save(mapping);
        return mapping;
    }

    /**
     * Deletes a stored mapping.
     *
     * @param name name of the mapping
     */
    @RequiresPermission("import-mapping.write")
    @OperationName("importMappingDelete")
    @DeleteMapping("/api/requests/import-mappings/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String name) {
        if (BuiltInMappings.named(name).isPresent()) {
            throw new RejectedException(Rejection.conflict("mapping.built-in").withDetail("mapping", name));
        }
        if (!mappings.delete(name)) {
            throw unknown(name);
        }
    }

    private static RejectedException unknown(String name) {
        return new RejectedException(Rejection.notFound("mapping.unknown").withDetail("mapping", name));
    }
}
