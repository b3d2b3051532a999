package org.yiqiao.bench.measurement;

import java.io.IOException;
import java.nio.file.Path;
import org.yiqiao.bench.subject.ServiceProcesses;
import tools.jackson.databind.JsonNode;

/** The import of a file of requests. */
final class RequestFileImport {

    private RequestFileImport() {}

    /** Uploads a gzipped CSV file and waits until all its rows are written; the report is the answer. */
    static JsonNode importAndWait(ServiceProcesses services, Path file) throws IOException, InterruptedException {
        ServiceProcesses.JsonResponse accepted = services.upload(
                ServiceProcesses.REQUESTS,
                "/api/requests/import",
                file,
                "Content-Type",
                "text/csv",
                "Content-Encoding",
                "gzip");
        if (accepted.status() != 202) {
            throw new IllegalStateException("The file was refused: " + accepted);
        }
        while (true) {
            JsonNode report =
                    services.get(ServiceProcesses.REQUESTS, accepted.location()).json();
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
