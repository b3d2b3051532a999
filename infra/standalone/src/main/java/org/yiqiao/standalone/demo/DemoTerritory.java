package org.yiqiao.standalone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The territory of the demo town as GeoJSON: four communities, six grids per community, eight micro-grids per grid. All
 * corners lie on one irregular lattice, so neighbouring areas share their borders exactly.
 */
final class DemoTerritory {

    static final String TOWN = "330109106";
    static final List<String> COMMUNITIES = List.of("渔浦苑", "江湾里", "潘山", "望江");

    static final int GRIDS_PER_COMMUNITY = 6;

    private static final double WEST = 120.150;
    private static final double SOUTH = 30.050;
    private static final double CELL_WIDTH = 0.0018;
    private static final double CELL_HEIGHT = 0.0042;
    private static final int COLUMNS = 24;
    private static final int ROWS = 8;

    private final double[][][] lattice = new double[COLUMNS + 1][ROWS + 1][];
    private final List<Map<String, Object>> features = new ArrayList<>();

    DemoTerritory(long seed) {
        Random random = new Random(seed);
        for (int column = 0; column <= COLUMNS; column++) {
            for (int row = 0; row <= ROWS; row++) {
                double bend = 0.4 * CELL_HEIGHT * Math.sin(column * 0.35) + 0.25 * CELL_HEIGHT * Math.cos(column * 0.9);
                lattice[column][row] = new double[] {
                    round(WEST + CELL_WIDTH * (column + 0.5 * (random.nextDouble() - 0.5) + 0.3 * Math.sin(row))),
                    round(SOUTH + CELL_HEIGHT * (row + 0.4 * (random.nextDouble() - 0.5)) + bend)
                };
            }
        }
        add("township", TOWN, "渔浦镇（演示）", null, 0, 0, COLUMNS, ROWS);
        for (int community = 0; community < COMMUNITIES.size(); community++) {
            addCommunity(community);
        }
    }

    Map<String, Object> geoJson() {
        return Map.of("type", "FeatureCollection", "features", features);
    }

    /** Returns the code of a grid; both indexes are zero-based. */
    static String gridCode(int community, int grid) {
        return "%s%03d%03d".formatted(TOWN, community + 1, grid + 1);
    }

    /** Returns a random point well inside the town, as {@code [long, lat]}. */
    double[] randomPoint(Random random) {
        int column = Math.clamp(Math.round(COLUMNS / 2.0 + random.nextGaussian() * 5), 1, COLUMNS - 2);
        int row = Math.clamp(Math.round(ROWS / 2.0 + random.nextGaussian() * 2), 1, ROWS - 2);
        double[] corner = lattice[column][row];
        double[] opposite = lattice[column + 1][row + 1];
        double fraction = 0.3 + 0.4 * random.nextDouble();
        return new double[] {
            round(corner[0] + fraction * (opposite[0] - corner[0])),
            round(corner[1] + fraction * (opposite[1] - corner[1]))
        };
    }

    private void addCommunity(int community) {
        String name = COMMUNITIES.get(community);
        String code = "%s%03d".formatted(TOWN, community + 1);
        int left = community % 2 * 12;
        int bottom = community / 2 * 4;
        add("community", code, name, TOWN, left, bottom, 12, 4);
        for (int grid = 0; grid < GRIDS_PER_COMMUNITY; grid++) {
            int gridLeft = left + grid % 3 * 4;
            int gridBottom = bottom + grid / 3 * 2;
            String gridCode = gridCode(community, grid);
            add("grid", gridCode, name + "第" + (grid + 1) + "网格", code, gridLeft, gridBottom, 4, 2);
            for (int micro = 0; micro < 8; micro++) {
                add(
                        "micro-grid",
                        "%s%02d".formatted(gridCode, micro + 1),
                        "%s%d-%d微网格".formatted(name, grid + 1, micro + 1),
                        gridCode,
                        gridLeft + micro % 4,
                        gridBottom + micro / 4,
                        1,
                        1);
            }
        }
    }

    private void add(
            String level,
            String code,
            String name,
            @Nullable String parent,
            int left,
            int bottom,
            int width,
            int height) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("level", level);
        properties.put("code", code);
        properties.put("name", name);
        if (parent != null) {
            properties.put("parent", parent);
        }
        features.add(Map.of(
                "type",
                "Feature",
                "properties",
                properties,
                "geometry",
                Map.of("type", "Polygon", "coordinates", List.of(ring(left, bottom, width, height)))));
    }

    /** Returns a closed ring along the lattice, counter-clockwise. */
    private List<double[]> ring(int left, int bottom, int width, int height) {
        List<double[]> ring = new ArrayList<>();
        for (int step = 0; step < width; step++) {
            ring.add(lattice[left + step][bottom]);
        }
        for (int step = 0; step < height; step++) {
            ring.add(lattice[left + width][bottom + step]);
        }
        for (int step = 0; step < width; step++) {
            ring.add(lattice[left + width - step][bottom + height]);
        }
        for (int step = 0; step < height; step++) {
            ring.add(lattice[left][bottom + height - step]);
        }
        ring.add(lattice[left][bottom]);
        return ring;
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
