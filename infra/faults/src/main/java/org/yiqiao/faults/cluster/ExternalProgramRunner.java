package org.yiqiao.faults.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs programs of the operating system. */
final class ExternalProgramRunner {

    private ExternalProgramRunner() {}

    /** @throws IllegalStateException if the program fails; the message contains its output */
    static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
