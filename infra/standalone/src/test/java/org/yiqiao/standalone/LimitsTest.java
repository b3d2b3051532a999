package org.yiqiao.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yiqiao.contracts.Service;

class LimitsTest {

    private static final Http http = AttackedTown.resident();
    private static final Http flooder = http.by(SharedTownship.FLOODER, "resident@" + AttackedTown.CODE);

    @Test
    void whoCallsTooOftenIsToldWhenToTryAgainAndNobodyElseIs() {
        List<Http.Answer> answers = IntStream.range(0, 20)
                .mapToObj(call -> flooder.get(Service.RESIDENT_REQUESTS, "/api/requests?limit=1"))
                .toList();

        assertThat(answers).first().satisfies(answer -> assertThat(answer.status())
                .isEqualTo(200));
        assertThat(answers).anySatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("rate.exceeded");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        });
        AttackedTown.isWell();
    }

    @Test
    void theRefusalIsInTheReadersLanguage() {
        Http.Answer answer = IntStream.range(0, 20)
                .mapToObj(call ->
                        flooder.post(Service.RESIDENT_REQUESTS, "/api/requests", "{}", "Accept-Language", "zh-CN"))
                .filter(one -> one.status() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(answer.json().path("title").asString()).contains("调用过于频繁");
    }
}
