package org.yiqiao.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.standalone.SharedPlatform;
import org.yiqiao.testkit.TestTokenIssuer;
import tools.jackson.databind.JsonNode;

class DemoScenarioTest {

    private static final String OPERATOR = "town-operator@" + DemoTerritory.TOWN;
    private static final String RESIDENT = "resident@" + DemoTerritory.TOWN;

    @Test
    void demoAccountsAreAuthorizedForTheScenario() throws IOException, InterruptedException {
        Map<PlatformService, URI> addresses = SharedPlatform.addresses();
        DemoApiClient client = new DemoApiClient(addresses, DemoScenarioTest::token);

        new DemoScenario(client, Instant.now()).run();

        JsonNode mine = client.get(PlatformService.RESIDENT_REQUESTS, "/api/requests", "resident-1")
                .path("items");
        assertThat(mine.values().stream().map(request -> request.path("stage").asString()))
                .containsExactlyInAnyOrder("CLOSED", "SUBMITTED");
    }

    /** The id of a chief contains the numbers of the community and the grid. */
    private static String token(String person) {
        String[] parts = person.split("-", -1);
        String post =
                switch (parts[0]) {
                    case "operator" -> OPERATOR;
                    case "resident" -> RESIDENT;
                    default ->
                        "grid-chief@"
                                + DemoTerritory.gridCode(
                                        Integer.parseInt(parts[1]) - 1, Integer.parseInt(parts[2]) - 1);
                };
        return TestTokenIssuer.shared().issue(person, post);
    }
}
