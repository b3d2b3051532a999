package org.yiqiao.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.yiqiao.access.secrets.Pepper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies that fingerprints distinguish commands, and that fingerprints alone do not allow to test guesses of the
 * content of a command.
 */
class CommandFingerprintTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @TempDir
    private Path folder;

    record Appoint(String name) {}

    @Test
    void fingerprintIsEqualInAllInstancesOfAService() {
        String first = fingerprint(null, "s.fingerprints", "尉迟翠花");

        assertThat(fingerprint(null, "s.fingerprints", "尉迟翠花")).isEqualTo(first);
        assertThat(fingerprint(null, "s.fingerprints", "尉迟")).isNotEqualTo(first);
        assertThat(fingerprint("p".repeat(32), "none", "尉迟翠花"))
                .isEqualTo(fingerprint("p".repeat(32), "other", "尉迟翠花"))
                .isNotEqualTo(first);
    }

    @Test
    void fingerprintDependsOnThePepper() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("Appoint".getBytes(StandardCharsets.UTF_8));
        String unpepperedHash =
                HexFormat.of().formatHex(digest.digest(JSON.writeValueAsBytes(new Appoint("尉迟翠花"))), 0, 16);

        assertThat(fingerprint(null, "s.fingerprints", "尉迟翠花"))
                .hasSameSizeAs(unpepperedHash)
                .isNotEqualTo(unpepperedHash)
                .isNotEqualTo(fingerprint(null, "another.fingerprints", "尉迟翠花"));
    }

    private String fingerprint(@Nullable String configured, String file, String name) {
        CommandHttpAdapter commandAdapter =
                new CommandHttpAdapter(JSON, validator, Pepper.of(configured, folder.resolve(file)));
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader(CommandHttpAdapter.IDEMPOTENCY_KEY, "k");
        return Objects.requireNonNull(commandAdapter
                        .commandMetadata(request, new Appoint(name))
                        .idempotencyKey())
                .fingerprint();
    }
}
