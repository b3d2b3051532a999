package org.yiqiao.support.apikeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.access.secrets.Pepper;

class ApiKeySecretTest {

    @TempDir
    private Path folder;

    private final Pepper pepper = Pepper.of("p".repeat(32), Path.of("none"));

    @Test
    void parsedKeyHasTheSameHash() {
        ApiKeySecret generated = ApiKeySecret.generate(pepper);
        assertThat(generated.value()).hasSize(57).startsWith("yq_");
        assertThat(ApiKeySecret.parse(generated.value(), pepper).map(secret -> secret.hash(pepper)))
                .contains(generated.hash(pepper));
        assertThat(generated.value())
                .startsWith(generated.visiblePrefix())
                .hasSizeGreaterThan(4 * generated.visiblePrefix().length());
    }

    @Test
    void generatedKeysAreUnique() {
        assertThat(ApiKeySecret.generate(pepper).value())
                .isNotEqualTo(ApiKeySecret.generate(pepper).value());
    }

    @Test
    void rejectsKeyWithAnyChangedCharacter() {
        String text = ApiKeySecret.generate(pepper).value();
        for (int i = 3; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(ApiKeySecret.parse(text.substring(0, i) + other + text.substring(i + 1), pepper))
                    .isEmpty();
        }
    }

    @Test
    void rejectsKeyOfAnotherPepper() {
        Pepper other = Pepper.of("q".repeat(32), Path.of("none"));
        assertThat(ApiKeySecret.parse(ApiKeySecret.generate(other).value(), pepper))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yq_", "key", "yq_$gt", "../../etc/passwd", "yq_ä"})
    void rejectsMalformedKey(String text) {
        assertThat(ApiKeySecret.parse(text, pepper)).isEmpty();
        assertThat(ApiKeySecret.parse(text + "A".repeat(100_000), pepper)).isEmpty();
    }

    @Test
    void createsMissingPepperFileOnceForOwnerOnly() throws Exception {
        Path file = folder.resolve("data").resolve("keys.pepper");
        Pepper first = Pepper.of(null, file);
        String text = ApiKeySecret.generate(first).value();
        assertThat(ApiKeySecret.parse(text, Pepper.of(null, file))).isPresent();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void rejectsShortPepper() {
        assertThatThrownBy(() -> Pepper.of("short", folder.resolve("p"))).isInstanceOf(IllegalStateException.class);
    }
}
