package org.yiqiao.faults.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects results and rewrites the report file after each fault, so an interrupted run keeps its results. */
public final class FaultReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final List<FaultResult> results = new ArrayList<>();

    public FaultReport(Path file) {
        this.file = file;
    }

    public void add(FaultResult result) {
        results.add(result);
        try {
            Files.writeString(file, JSON.writeValueAsString(results));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the results as a text table with one line per fault. */
    public String table() {
        StringBuilder table = new StringBuilder("%n%-5s %-36s %5s %12s %6s %9s %5s %11s %9s%n"
                .formatted("fault", "", "runs", "acknowledged", "lost", "repeated", "gaps", "violations", "heals in"));
        results.forEach(result -> table.append("%-5s %-36s %5d %12d %6d %9d %5d %11d %7.1f s%n"
                .formatted(
                        result.fault(),
                        result.title(),
                        result.runs(),
                        result.acknowledged(),
                        result.countViolations("I1"),
                        result.countViolations("I6"),
                        result.countViolations("I3"),
                        result.violations().size(),
                        result.healSeconds())));
        return table.toString();
    }
}
