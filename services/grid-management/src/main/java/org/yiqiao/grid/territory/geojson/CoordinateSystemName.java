package org.yiqiao.grid.territory.geojson;

import java.util.Locale;
import java.util.regex.Pattern;
import org.yiqiao.core.decider.Rejection;
import org.yiqiao.edge.web.RejectedException;
import tools.jackson.databind.JsonNode;

/**
 * The name of the coordinate reference system in the member {@code crs}, which GIS programs still write. Only systems
 * of longitude and latitude are accepted: CRS84, EPSG:4326 and EPSG:4490 (CGCS2000).
 */
final class CoordinateSystemName {

    private static final Pattern ACCEPTED =
            Pattern.compile("(?:.*[:/])?(?:OGC[:/](?:[0-9.]*[:/])?CRS84|EPSG[:/](?:[0-9.]*[:/])?(?:4326|4490))");

    private static final int MAX_SHOWN = 100;

    private CoordinateSystemName() {}

    /** @throws RejectedException if the file names another coordinate reference system */
    static void requireAccepted(JsonNode file) {
        JsonNode crs = file.path("crs");
        if (crs.isMissingNode() || crs.isNull()) {
            return;
        }
        String name = name(crs);
        if (!ACCEPTED.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
            throw new RejectedException(Rejection.invalid("geojson.unsupported-crs")
                    .withDetail("crs", name.substring(0, Math.min(name.length(), MAX_SHOWN))));
        }
    }

    private static String name(JsonNode crs) {
        JsonNode properties = crs.path("properties");
        if (properties.path("name").isString()) {
            return properties.path("name").asString().strip();
        }
        return properties.has("code") ? "EPSG:" + properties.path("code").asString("") : crs.toString();
    }
}
