package org.yiqiao.grid.territory.geojson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.TerritoryLevel;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.edge.web.UnknownParameterCheck;
import org.yiqiao.support.territory.MapDatum;

/**
 * The query parameters of an import, which describe the file.
 *
 * @param properties names of the properties, by {@code property.code} and so on
 * @param level level of a feature without a level of its own
 * @param township code of the township, which is also the parent of a community without a parent
 * @param townshipName name of the township if the import creates it from its communities
 * @param datum datum of the coordinates
 * @param confirmsRelocation whether a boundary can move away from its former position
 */
public record ImportParameters(
        PropertyNames properties,
        @Nullable TerritoryLevel level,
        @Nullable String township,
        @Nullable String townshipName,
        MapDatum datum,
        boolean confirmsRelocation) {

    /** The parameters of a file that follows the documented format. */
    public static final ImportParameters DEFAULT =
            new ImportParameters(PropertyNames.DEFAULT, null, null, null, MapDatum.WGS84, false);

    static final String PROPERTY = "property.";
    private static final String CONFIRM = "confirm";
    private static final String RELOCATION = "moved";

    private static final Set<String> PARAMETERS = ImportQuery.names();

    /** @throws RejectedException if a parameter is unknown or has a value that is not allowed */
    public static ImportParameters of(Map<String, String> query) {
        UnknownParameterCheck.requireKnown(query.keySet(), PARAMETERS);
        return new ImportParameters(
                new PropertyNames(
                        property(query, "code"),
                        property(query, "name"),
                        property(query, "level"),
                        property(query, "parent"),
                        property(query, "kind")),
                level(value(query, "level")),
                township(value(query, "township")),
                townshipName(value(query, "name")),
                datum(value(query, "datum")),
                isRelocationConfirmed(value(query, CONFIRM)));
    }

    private static String property(Map<String, String> query, String name) {
        String given = value(query, PROPERTY + name);
        return given == null ? name : given;
    }

    private static @Nullable TerritoryLevel level(@Nullable String word) {
        return word == null
                ? null
                : LevelWords.parse(word)
                        .orElseThrow(() -> unreadable("level", List.of("township", "community", "grid", "micro-grid")));
    }

    private static @Nullable String township(@Nullable String code) {
        if (code != null && !PlaceCode.isValid(code)) {
            throw wrongValue("township", "330109106");
        }
        return code;
    }

    private static @Nullable String townshipName(@Nullable String name) {
        if (name != null && !PlaceName.isValid(name)) {
            throw wrongValue("name", "1 to " + PlaceName.MAX_LENGTH);
        }
        return name;
    }

    private static MapDatum datum(@Nullable String name) {
        return name == null
                ? MapDatum.WGS84
                : MapDatum.parse(name).orElseThrow(() -> unreadable("datum", List.of("wgs84", "gcj02", "bd09")));
    }

    private static boolean isRelocationConfirmed(@Nullable String value) {
        if (value != null && !value.equals(RELOCATION)) {
            throw unreadable(CONFIRM, List.of(RELOCATION));
        }
        return value != null;
    }

    private static @Nullable String value(Map<String, String> query, String parameter) {
        String value = query.getOrDefault(parameter, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** Returns the rejection of a word that is not one of the words of the parameter. */
    private static RejectedException unreadable(String parameter, List<String> allowed) {
        return new RejectedException(Rejection.malformed("parameter.wrong-value")
                .withDetail("parameter", parameter)
                .withDetail("allowed", allowed));
    }

    private static RejectedException wrongValue(String parameter, String allowed) {
        return new RejectedException(Rejection.invalid("territory.parameter-value")
                .withDetail("parameter", parameter)
                .withDetail("allowed", allowed));
    }
}
