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
 * The settings of a run, read from its system properties.
 *
 * @param subjects names of the subjects; empty for all, {@code none} for none
 * @param measurements names of the further measurements; empty for all, {@code none} for none
 * @param rounds turns of each subject
 * @param seconds length of a load phase
 * @param rate requests per second at which the cost is measured
 * @param data folder with the files of a real city
 * @param requests number of stored requests at which the measurement of growth ends
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

    /** Returns whether the run leaves nothing out. Only then does it rewrite the page of figures. */
    boolean isComplete() {
        return subjects.isEmpty() && measurements.isEmpty();
    }

    boolean includesSubject(String name) {
        return subjects.isEmpty() || subjects.contains(name);
    }

    boolean includesMeasurement(String name) {
        return measurements.isEmpty() || measurements.contains(name);
    }

    /** Returns the settings as properties, without the folder of the city, which belongs to this machine. */
    Map<String, String> toProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        if (!subjects.isEmpty()) {
            properties.put("bench.only", String.join(",", subjects));
        }
        if (!measurements.isEmpty()) {
            properties.put("bench.measures", String.join(",", measurements));
        }
        properties.put("bench.rounds", Integer.toString(rounds));
        properties.put("bench.seconds", Double.toString(seconds));
        properties.put("bench.rate", Double.toString(rate));
        properties.put("bench.requests", Integer.toString(requests));
        return properties;
    }

    private static Set<String> names(Properties properties, String name) {
        return Arrays.stream(property(properties, name, "").split(","))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String property(Properties properties, String name, String defaultValue) {
        String value = properties.getProperty(name, "");
        return value.isEmpty() ? defaultValue : value;
    }
}
