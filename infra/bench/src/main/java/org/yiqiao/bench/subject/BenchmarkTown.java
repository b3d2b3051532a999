package org.yiqiao.bench.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A fictitious town of square cells, with the requests of its residents: four communities of six grids of eight
 * micro-grids. The n-th request is always the same.
 */
public final class BenchmarkTown {

    public static final String CODE = "990000301";

    /** South-western corner in degrees. {@link #WIDTH} and {@link #HEIGHT} are the extent in degrees. */
    public static final double WEST = 120.0;

    public static final double SOUTH = 30.0;

    private static final double CELL = 0.005;
    private static final int COLUMNS = 24;
    private static final int ROWS = 8;

    public static final double WIDTH = CELL * COLUMNS;
    public static final double HEIGHT = CELL * ROWS;
    private static final List<String> SERVICES =
            List.of("Street light", "Illegal parking", "Noise at night", "Broken lift", "Rubbish", "Water leak");

    private BenchmarkTown() {}

    /** Returns the n-th request as JSON. Every request lies in the town. */
    public static String requestJson(int n) {
        SplittableRandom random = new SplittableRandom(n);
        return String.format(
                Locale.ROOT,
                """
                {"service":"%s","kind":"REPORT","channel":"WEB","location":{"lat":%.6f,"long":%.6f},\
                "address":"Lane %d, house %d","description":"Seen on the way home, request %d of many: it has been so for \
                three days, the neighbours know it too, and somebody should have a look before the weekend."}""",
                SERVICES.get(random.nextInt(SERVICES.size())),
                SOUTH + HEIGHT * random.nextDouble(0.01, 0.99),
                WEST + WIDTH * random.nextDouble(0.01, 0.99),
                random.nextInt(1, 400),
                random.nextInt(1, 90),
                n);
    }

    /** Returns the territory as GeoJSON for the import of grid management. */
    public static String territoryGeoJson() {
        List<String> features = new ArrayList<>();
        features.add(feature("township", CODE, "Town", "", 0, 0, COLUMNS, ROWS));
        for (int community = 0; community < 4; community++) {
            String code = "%s%03d".formatted(CODE, community + 1);
            int left = community % 2 * 12;
            int bottom = community / 2 * 4;
            features.add(feature("community", code, "Community " + (community + 1), CODE, left, bottom, 12, 4));
            for (int grid = 0; grid < 6; grid++) {
                addGrid(features, code, grid, left + grid % 3 * 4, bottom + grid / 3 * 2);
            }
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static void addGrid(List<String> features, String community, int grid, int left, int bottom) {
        String code = "%s%03d".formatted(community, grid + 1);
        features.add(feature("grid", code, "Grid " + code, community, left, bottom, 4, 2));
        for (int micro = 0; micro < 8; micro++) {
            features.add(feature(
                    "micro-grid",
                    "%s%02d".formatted(code, micro + 1),
                    "Micro-grid " + code + "-" + micro,
                    code,
                    left + micro % 4,
                    bottom + micro / 4,
                    1,
                    1));
        }
    }

    private static String feature(
            String level, String code, String name, String parent, int left, int bottom, int width, int height) {
        double west = WEST + CELL * left;
        double south = SOUTH + CELL * bottom;
        double east = west + CELL * width;
        double north = south + CELL * height;
        return String.format(
                Locale.ROOT,
                """
                {"type":"Feature","properties":{"level":"%s","code":"%s","name":"%s"%s},\
                "geometry":{"type":"Polygon","coordinates":[[[%5$.6f,%6$.6f],[%7$.6f,%6$.6f],[%7$.6f,%8$.6f],\
                [%5$.6f,%8$.6f],[%5$.6f,%6$.6f]]]}}""",
                level,
                code,
                name,
                parent.isEmpty() ? "" : ",\"parent\":\"" + parent + "\"",
                west,
                south,
                east,
                north);
    }
}
