package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yiqiao.contracts.PlatformService;

/** Rejected rows contain personal data as the file wrote them. Operators of other towns cannot read them. */
class RejectedRowsAccessTest {

    private static final String PURPOSE = "correct the import";
    private static final String FILE = """
            service_request_id,status,service_name,requested_datetime,description
            R-1,open,Noise,2026-02-30,call 13812345678
            """;

    private static final HttpTestClient operator =
            SharedPlatform.http().signedInAs("operator-86", "town-operator@990000086");
    private static final HttpTestClient colleague = operator.signedInAs("colleague-86", "town-operator@990000086");
    private static final HttpTestClient neighbour = operator.signedInAs("operator-85", "town-operator@990000085");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void onlyOperatorsOfTheImportingTownReadRejectedRows() throws IOException {
        String report = operator.upload(
                        PlatformService.RESIDENT_REQUESTS,
                        "/api/requests/import?source=access-86",
                        Files.writeString(folder.resolve("requests.csv"), FILE),
                        "Content-Type",
                        "text/csv")
                .header("Location");
        await().atMost(Duration.ofSeconds(30)).until(() -> operator.get(PlatformService.RESIDENT_REQUESTS, report)
                .json()
                .path("state")
                .asString()
                .equals("done"));

        assertThat(colleague.getText(PlatformService.RESIDENT_REQUESTS, report + "/rejected", PURPOSE))
                .contains("row.impossible-date", "call 13812345678");
        HttpTestClient.Response refused =
                neighbour.get(PlatformService.RESIDENT_REQUESTS, report + "/rejected", PURPOSE);
        assertThat(refused.code()).isEqualTo("import.unknown");
        assertThat(refused.status()).isEqualTo(404);
    }
}
