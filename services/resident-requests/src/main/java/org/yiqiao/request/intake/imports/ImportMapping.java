package org.yiqiao.request.intake.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiqiao.support.territory.MapDatum;

/**
 * The columns and values of one kind of file, under a name for reuse.
 *
 * @param name name of the mapping
 * @param columns names of the columns in the file for each field of a request, in the order of preference
 * @param statuses {@code open} or {@code closed} for each status of the file, compared without case
 * @param services name of the service for each category of the file; other categories stay as they are
 * @param idFrom columns of the file that together identify a request in a file without ids; empty in other files
 * @param zone zone of local times, absent for the zone of the import
 * @param dates order of day and month, absent for the order of the import
 * @param datum datum of the coordinates, absent for the datum of the import
 */
public record ImportMapping(
        String name,
        Map<String, List<String>> columns,
        Map<String, String> statuses,
        Map<String, String> services,
        List<String> idFrom,
        @Nullable String zone,
        @Nullable DateOrder dates,
        @Nullable MapDatum datum) {

    public ImportMapping {
        columns = Map.copyOf(columns);
        statuses = Map.copyOf(statuses);
        services = Map.copyOf(services);
        idFrom = List.copyOf(idFrom);
    }

    /** Creates a mapping without a datum. */
    ImportMapping(
            String name,
            Map<String, List<String>> columns,
            Map<String, String> statuses,
            Map<String, String> services,
            List<String> idFrom,
            @Nullable String zone,
            @Nullable DateOrder dates) {
        this(name, columns, statuses, services, idFrom, zone, dates, null);
    }

    List<String> columnsOf(RequestField field) {
        return columns.getOrDefault(field.openName(), List.of());
    }

    /** Returns whether the file has no ids, so that the id of a request derives from its other values. */
    boolean hasDerivedIds() {
        return !idFrom.isEmpty();
    }
}
