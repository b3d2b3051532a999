package org.yiqiao.grid.territory.geojson;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Point;
import org.yiqiao.edge.web.RejectedException;
import org.yiqiao.support.territory.MapDatum;
import tools.jackson.databind.JsonNode;

/**
 * Reads the coordinates of a GeoJSON geometry and converts them to WGS 84.
 *
 * @param fault returns the rejection of the feature for a code
 */
record BoundaryReader(MapDatum datum, Function<String, RejectedException> fault) {

    Boundary polygon(JsonNode rings) {
        return new Boundary(List.of(rings(rings)));
    }

    Boundary multiPolygon(JsonNode polygons) {
        return new Boundary(items(polygons).stream().map(this::rings).toList());
    }

    private List<List<List<Double>>> rings(JsonNode rings) {
        return items(rings).stream().map(this::ring).toList();
    }

    private List<List<Double>> ring(JsonNode positions) {
        List<List<Double>> ring = items(positions).stream().map(this::position).toList();
        if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
            throw fault.apply("territory.open-ring");
        }
        return ring;
    }

    private List<Double> position(JsonNode position) {
        double lon = position.path(0).doubleValue(Double.NaN);
        double lat = position.path(1).doubleValue(Double.NaN);
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
            boolean isSwapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
            throw fault.apply(isSwapped ? "geojson.coordinates-swapped" : "geojson.no-position");
        }
        if (datum == MapDatum.WGS84) {
            return List.of(lon, lat);
        }
        Point converted = datum.toWgs84(new Point(lat, lon));
        return List.of(converted.lon(), converted.lat());
    }

    private List<JsonNode> items(JsonNode array) {
        if (!array.isArray() || array.isEmpty()) {
            throw fault.apply("geojson.no-polygon");
        }
        List<JsonNode> items = new ArrayList<>(array.size());
        array.forEach(items::add);
        return items;
    }
}
