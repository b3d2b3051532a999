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
        List<HttpTestClient.Response> answers = IntStream.range(0, 20)
                .mapToObj(call -> flooder.get(PlatformService.RESIDENT_REQUESTS, "/api/requests?limit=1"))
                .toList();

        assertThat(answers).first().satisfies(answer -> assertThat(answer.status())
                .isEqualTo(200));
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("rate.exceeded");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
        SecurityTestTown.assertHealthy();
    }

    @Test
    void rateLimitProblemUsesTheRequestedLanguage() {
        HttpTestClient.Response answer = IntStream.range(0, 20)
                .mapToObj(call -> flooder.post(
                        PlatformService.RESIDENT_REQUESTS, "/api/requests", "{}", "Accept-Language", "zh-CN"))
                .filter(one -> one.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(answer.json().path("title").asString()).contains("调用过于频繁");
    }
}
