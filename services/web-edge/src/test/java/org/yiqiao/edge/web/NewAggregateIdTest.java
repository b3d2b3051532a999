package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.yiqiao.access.secrets.Pepper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies that ids increase with time, so that stores keep them together, and that no id can be guessed from another.
 */
class NewAggregateIdTest {

    @TempDir
    private Path folder;

    private CommandHttpAdapter commandAdapter;

    @BeforeEach
    void createAdapter() {
        commandAdapter = new CommandHttpAdapter(
                new JsonMapper(),
                Validation.buildDefaultValidatorFactory().getValidator(),
                Pepper.of(null, folder.resolve("fingerprints")));
    }

    @Test
    void idsIncreaseWithTime() {
        String earlier = newId(null);
        for (int i = 0; i < 20; i++) {
            String later = newIdOfLaterMillisecond(earlier);

            assertThat(later).isGreaterThan(earlier);
            earlier = later;
        }
        assertThat(UUID.fromString(earlier).version()).isEqualTo(7);
    }

    @Test
    void simultaneousIdsDifferInTheirRandomPart() {
        Set<String> middles = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            middles.add(newId(null).substring(19, 32));
        }

        assertThat(middles).hasSize(1_000);
    }

    @Test
    void sameIdempotencyKeyYieldsSameId() {
        assertThat(newId("k")).isEqualTo(newId("k")).isNotEqualTo(newId("other"));
    }

    /** Returns the first new id with another millisecond timestamp, which is the first 12 digits. */
    private String newIdOfLaterMillisecond(String earlier) {
        return Stream.generate(() -> newId(null))
                .filter(id -> !id.startsWith(earlier.substring(0, 13)))
                .findFirst()
                .orElseThrow();
    }

    private String newId(@Nullable String key) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        if (key != null) {
            request.addHeader(CommandHttpAdapter.IDEMPOTENCY_KEY, key);
        }
        return commandAdapter.newAggregateId(request);
    }
}
