package org.yiqiao.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a run was asked for.
 *
 * @param subjects subjects; empty for all, {@code none} for none
 * @param measurements further ones; empty for all, {@code none} for none
 * @param rounds turns of each subject
 * @param seconds length of a stretch of load
 * @param rate requests a second at which the cost is measured
 * @param data folder of a real city's files
 * @param requests with how many in the store the growth of cost ends
 */
record BenchmarkSettings(
        Set<String> subjects,
        Set<String> measurements,
        int rounds,
        double seconds,
        double rate,
        Optional<String> data,
        int requests) {

    static BenchmarkSettings of(Properties properties) {
        return new BenchmarkSettings(
                names(properties, "bench.only"),
                names(properties, "bench.measures"),
                Integer.parseInt(property(properties, "bench.rounds", "5")),
                Double.parseDouble(property(properties, "bench.seconds", "5")),
                Double.parseDouble(property(properties, "bench.rate", "200")),
                Optional.of(property(properties, "bench.data", "")).filter(folder -> !folder.isEmpty()),
                Integer.parseInt(property(properties, "bench.requests", "1000000")));
    }

    /** Whether nothing was left out, so that the page of figures may be written anew. */
    boolean isComplete() {
        return subjects.isEmpty() && measurements.isEmpty();
    }

    boolean includesSubject(String name) {
        return subjects.isEmpty() || subjects.contains(name);
    }

    boolean includesMeasurement(String name) {
        return measurements.isEmpty() || measurements.contains(name);
    }

    /** As properties again, without a folder of this machine. */
    Map<String, String> toProperties() {
        Map<String, String> shown = new LinkedHashMap<>();
        if (!subjects.isEmpty()) {
            shown.put("bench.only", String.join(",", subjects));
        }
        if (!measurements.isEmpty()) {
            shown.put("bench.measures", String.join(",", measurements));
        }
        shown.put("bench.rounds", Integer.toString(rounds));
        shown.put("bench.seconds", Double.toString(seconds));
        shown.put("bench.rate", Double.toString(rate));
        shown.put("bench.requests", Integer.toString(requests));
        return shown;
    }

    private static Set<String> names(Properties properties, String name) {
        return Arrays.stream(property(properties, name, "").split(","))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String property(Properties properties, String name, String otherwise) {
        String given = properties.getProperty(name, "");
        return given.isEmpty() ? otherwise : given;
    }
}
