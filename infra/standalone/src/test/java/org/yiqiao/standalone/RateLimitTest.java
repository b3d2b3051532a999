package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.PlatformService;

class RateLimitTest {

    private static final HttpTestClient http = SecurityTestTown.resident();
    private static final HttpTestClient flooder =
            http.signedInAs(SharedPlatform.FLOODER, "resident@" + SecurityTestTown.CODE);

    @Test
    void rateLimitedCallerGetsRetryAfterAndOthersAreUnaffected() {
        List<HttpTestClient.Response> responses = IntStream.range(0, 20)
                .mapToObj(call -> flooder.get(PlatformService.RESIDENT_REQUESTS, "/api/requests?limit=1"))
                .toList();

        assertThat(responses).first().satisfies(response -> assertThat(response.status())
                .isEqualTo(200));
        assertThat(responses).anySatisfy(response -> {
            assertThat(response.status()).isEqualTo(429);
            assertThat(response.code()).isEqualTo("rate.exceeded");
            assertThat(response.header("Retry-After")).isEqualTo("1");
        });
        SecurityTestTown.assertHealthy();
    }

    @Test
    void rateLimitProblemUsesTheRequestedLanguage() {
        HttpTestClient.Response response = IntStream.range(0, 20)
                .mapToObj(call -> flooder.post(
                        PlatformService.RESIDENT_REQUESTS, "/api/requests", "{}", "Accept-Language", "zh-CN"))
                .filter(candidate -> candidate.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(response.json().path("detail").asString()).contains("调用过于频繁");
    }
}
