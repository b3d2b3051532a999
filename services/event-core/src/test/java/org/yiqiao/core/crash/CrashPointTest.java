package org.yiqiao.core.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrashPointTest {

    @Test
    void processEndsOnlyAtPlannedPass() throws Exception {
        assertThat(statusOf("BEFORE_WRITE:3")).isEqualTo(CrashPoint.EXIT_STATUS);
        assertThat(statusOf("BEFORE_WRITE:4")).isZero();
        assertThat(statusOf("AFTER_ROWS_BEFORE_COMMIT:1")).isZero();
    }

    @Test
    void unknownCrashPointIsRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> CrashPoint.CrashPlan.parse("AT_LUNCH:1"));
        assertThatIllegalArgumentException().isThrownBy(() -> CrashPoint.CrashPlan.parse("BEFORE_WRITE:soon"));
    }

    private static int statusOf(String crashAt) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dyiqiao.crash-at=" + crashAt,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ThreePassProgram.class.getName())
                .start()
                .waitFor();
    }

    /** Passes the first crash point three times. */
    static final class ThreePassProgram {
        private ThreePassProgram() {}

        public static void main(String[] args) {
            for (int pass = 0; pass < 3; pass++) {
                CrashPoint.BEFORE_WRITE.crashIfPlanned();
            }
        }
    }
}
