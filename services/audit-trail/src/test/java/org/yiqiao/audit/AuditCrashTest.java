package org.yiqiao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yiqiao.testkit.TestBackends;

class AuditCrashTest {

    private final AuditTestDatabase audit = new AuditTestDatabase();

    @AfterEach
    void closeDatabase() {
        audit.close();
    }

    @Test
    @Timeout(120)
    void acknowledgedEntriesSurviveProcessKill() throws Exception {
        long last = 0;
        for (int round = 1; round <= 3; round++) {
            long acknowledged = lastAcknowledgedBeforeKill(round * 20);
            assertThat(acknowledged).isGreaterThan(last);
            last = acknowledged;
        }
        assertThat(new AuditChainRepository(audit.database()).findBySequence(last))
                .isPresent();
        audit.appendEntries(1);
        AuditVerificationView view = audit.verify();
        assertThat(view.whole()).isTrue();
        assertThat(view.checked()).isGreaterThan(last);
    }

    private long lastAcknowledgedBeforeKill(int entries) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AuditRecordingProcess.class.getName(),
                        TestBackends.shared().mongodbUri(),
                        audit.database().getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader output = process.inputReader()) {
            for (int count = 0; count < entries; ) {
                String line = Objects.requireNonNull(output.readLine(), "The process ended before it was killed");
                if (line.chars().allMatch(Character::isDigit)) {
                    last = Long.parseLong(line);
                    count++;
                }
            }
            process.destroyForcibly().onExit().join();
        }
        return last;
    }
}
