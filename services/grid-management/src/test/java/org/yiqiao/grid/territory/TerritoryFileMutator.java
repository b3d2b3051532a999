package org.yiqiao.grid.territory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.yiqiao.contracts.Boundary;
import org.yiqiao.contracts.Place;
import org.yiqiao.support.territory.PlaceCollection;
import tools.jackson.databind.json.JsonMapper;

/** Damages GeoJSON files at random: their bytes, their values or their outlines. The same seed gives the same file. */
final class TerritoryFileMutator {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+\\.[0-9]+");

    private static final List<String> ODD_VALUES = List.of(
            "0",
            "-0.0",
            "1e308",
            "1e999",
            "4.9e-324",
            "180",
            "-180.0000001",
            "90",
            "null",
            "true",
            "[]",
            "{}",
            "\"120\"",
            "99999999999999999999999999",
            "120.00000000000001",
            "128.00000000000003",
            "NaN",
            "[120, 30]",
            "\"\"");

    private final Random random;
    private final JsonMapper json;

    TerritoryFileMutator(long seed, JsonMapper json) {
        this.random = new Random(seed);
        this.json = json;
    }

    byte[] mutate(List<Place> places) {
        byte[] file = json.writeValueAsBytes(PlaceCollection.of(
                random.nextInt(4) == 0
                        ? places
                        : places.stream().map(this::distorted).toList()));
        return switch (random.nextInt(4)) {
            case 0 -> damaged(file);
            case 1 -> withOddValues(file);
            default -> file;
        };
    }

    private Place distorted(Place place) {
        if (random.nextInt(3) > 0) {
            return place;
        }
        List<List<List<List<Double>>>> polygons = new ArrayList<>();
        for (List<List<List<Double>>> rings : place.boundary().coordinates()) {
            List<List<List<Double>>> distorted =
                    new ArrayList<>(rings.stream().map(this::distorted).toList());
            if (random.nextInt(4) == 0) {
                distorted.add(distorted(distorted.getFirst()));
            }
            polygons.add(distorted);
            if (random.nextInt(8) == 0) {
                polygons.add(distorted);
            }
        }
        return new Place(
                place.level(), place.code(), place.name(), place.parent(), place.kind(), new Boundary(polygons));
    }

    /** Moves, repeats, inserts and removes positions; distances go from a degree down to the last bit. */
    private List<List<Double>> distorted(List<List<Double>> ring) {
        List<List<Double>> open = new ArrayList<>(ring.subList(0, Math.max(0, ring.size() - 1)));
        int changes = 1 + random.nextInt(6);
        for (int change = 0; change < changes && !open.isEmpty(); change++) {
            int index = random.nextInt(open.size());
            List<Double> position = open.get(index);
            switch (random.nextInt(5)) {
                case 0 -> open.set(index, moved(position));
                case 1 -> open.add(index, position);
                case 2 -> open.add(index, moved(position));
                case 3 -> open.remove(index);
                default -> open.set(index, between(position, open.get(random.nextInt(open.size()))));
            }
        }
        if (!open.isEmpty()) {
            open.add(open.getFirst());
        }
        return open;
    }

    private List<Double> moved(List<Double> position) {
        double distance = Math.pow(10, -random.nextInt(17)) * random.nextGaussian();
        return random.nextInt(3) == 0
                ? List.of(Math.nextUp(position.get(0)), Math.nextDown(position.get(1)))
                : List.of(position.get(0) + distance, position.get(1) + distance * random.nextGaussian());
    }

    private List<Double> between(List<Double> one, List<Double> other) {
        double share = random.nextDouble();
        return List.of(
                one.get(0) + share * (other.get(0) - one.get(0)), one.get(1) + share * (other.get(1) - one.get(1)));
    }

    private byte[] withOddValues(byte[] file) {
        int every = 1 + random.nextInt(40);
        return NUMBER.matcher(new String(file, StandardCharsets.UTF_8))
                .replaceAll(number ->
                        random.nextInt(every) == 0 ? ODD_VALUES.get(random.nextInt(ODD_VALUES.size())) : number.group())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Overwrites, removes and repeats slices of the file. */
    private byte[] damaged(byte[] file) {
        byte[] damaged = file;
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes && damaged.length > 0; change++) {
            int from = random.nextInt(damaged.length);
            int to = Math.min(damaged.length, from + 1 + random.nextInt(1 + random.nextInt(60)));
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(damaged, 0, from);
            switch (random.nextInt(4)) {
                case 0 -> changed.write(random.nextInt(256));
                case 1 -> {
                    changed.write(damaged, from, to - from);
                    changed.write(damaged, from, to - from);
                }
                case 2 -> changed.writeBytes(oddValue());
                default -> {}
            }
            changed.write(damaged, to, damaged.length - to);
            damaged = changed.toByteArray();
        }
        return damaged;
    }

    private byte[] oddValue() {
        return ODD_VALUES.get(random.nextInt(ODD_VALUES.size())).getBytes(StandardCharsets.UTF_8);
    }
}
