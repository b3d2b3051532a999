package org.yiqiao.support.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiqiao.support.secrets.Pepper;

class KeyTextTest {

    @TempDir
    private Path folder;

    private final Pepper pepper = Pepper.of("p".repeat(32), Path.of("none"));

    @Test
    void aKeyIsReadBackAndHashedAlike() {
        KeyText made = KeyText.made(pepper);
        assertThat(made.text()).hasSize(57).startsWith("yq_");
        assertThat(KeyText.of(made.text(), pepper).map(key -> key.hash(pepper))).contains(made.hash(pepper));
        assertThat(made.text())
                .startsWith(made.shown())
                .hasSizeGreaterThan(4 * made.shown().length());
    }

    @Test
    void noTwoKeysAreAlike() {
        assertThat(KeyText.made(pepper).text())
                .isNotEqualTo(KeyText.made(pepper).text());
    }

    @Test
    void aKeyWithAnyOtherLetterIsNone() {
        String text = KeyText.made(pepper).text();
        for (int i = 3; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(KeyText.of(text.substring(0, i) + other + text.substring(i + 1), pepper))
                    .isEmpty();
        }
    }

    @Test
    void aKeyOfAnotherPepperIsNone() {
        Pepper other = Pepper.of("q".repeat(32), Path.of("none"));
        assertThat(KeyText.of(KeyText.made(other).text(), pepper)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yq_", "key", "yq_$gt", "../../etc/passwd", "yq_ä"})
    void whatHasNotTheFormOfAKeyIsNone(String text) {
        assertThat(KeyText.of(text, pepper)).isEmpty();
        assertThat(KeyText.of(text + "A".repeat(100_000), pepper)).isEmpty();
    }

    @Test
    void aPepperThatNobodyConfiguredIsMadeOnceAndKeptFromOthers() throws Exception {
        Path file = folder.resolve("data").resolve("keys.pepper");
        Pepper first = Pepper.of(null, file);
        String text = KeyText.made(first).text();
        assertThat(KeyText.of(text, Pepper.of(null, file))).isPresent();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var files = Files.list(folder.resolve("data"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aShortPepperIsNone() {
        assertThatThrownBy(() -> Pepper.of("short", folder.resolve("p"))).isInstanceOf(IllegalStateException.class);
    }
}
