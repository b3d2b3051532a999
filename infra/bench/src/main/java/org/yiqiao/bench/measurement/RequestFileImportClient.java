package org.yiqiao.bench.measurement;

import java.io.IOException;
import java.nio.file.Path;
import org.yiqiao.bench.subject.BenchmarkServiceProcesses;
import tools.jackson.databind.JsonNode;

/** Imports a file of requests into resident requests. */
final class RequestFileImportClient {

    private RequestFileImportClient() {}

    /** Uploads a gzipped CSV file, waits until all rows are written, and returns the report of the import. */
    static JsonNode importAndWait(BenchmarkServiceProcesses services, Path file)
            throws IOException, InterruptedException {
        BenchmarkServiceProcesses.JsonResponse accepted = services.upload(
                BenchmarkServiceProcesses.REQUESTS,
                "/api/requests/import",
                file,
                "Content-Type",
                "text/csv",
                "Content-Encoding",
                "gzip");
        if (accepted.status() != 202) {
            throw new IllegalStateException("The file was rejected: " + accepted);
        }
        while (true) {
            JsonNode report = services.get(BenchmarkServiceProcesses.REQUESTS, accepted.location())
                    .json();
            switch (report.path("state").asString()) {
                case "running" -> Thread.sleep(100);
                case "done" -> {
                    return report;
                }
                default -> throw new IllegalStateException("The import failed: " + report);
            }
        }
    }
}
