package org.yiqiao.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Service;
import org.yiqiao.standalone.SharedTownship;
import org.yiqiao.testkit.Tokens;
import tools.jackson.databind.JsonNode;

class DemoLifeTest {

    private static final String OPERATOR = "town-operator@" + DemoTerritory.TOWN;
    private static final String RESIDENT = "resident@" + DemoTerritory.TOWN;

    @Test
    void thePeopleOfTheDemoTownMayDoWhatTheyDo() throws IOException, InterruptedException {
        Map<Service, URI> addresses = SharedTownship.addresses();
        DemoClient client = new DemoClient(addresses, DemoLifeTest::token);

        new DemoLife(client, Instant.now()).happen();

        JsonNode mine = client.get(Service.RESIDENT_REQUESTS, "/api/requests", "resident-1")
                .path("items");
        assertThat(mine.values().stream().map(request -> request.path("stage").asString()))
                .containsExactlyInAnyOrder("CLOSED", "SUBMITTED");
    }

    /** A chief's id is made of the numbers of community and grid. */
    private static String token(String person) {
        String[] parts = person.split("-", -1);
        String post =
                switch (parts[0]) {
                    case "operator" -> OPERATOR;
                    case "resident" -> RESIDENT;
                    default ->
                        "grid-chief@"
                                + DemoTerritory.grid(Integer.parseInt(parts[1]) - 1, Integer.parseInt(parts[2]) - 1);
                };
        return Tokens.shared().of(person, post);
    }
}
