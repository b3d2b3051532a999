package org.yiqiao.infra.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The directory for the logs of the broker, which Kafka requires to be formatted before the first start. */
final class BrokerDataDirectory {
    private static final String FORMAT_MARKER = "meta.properties";

    private BrokerDataDirectory() {}

    static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            if (!Files.exists(directory.resolve(FORMAT_MARKER))) {
                format(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + directory + " for the broker", e);
        }
    }

    private static void format(Path directory) throws IOException {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Cannot format " + directory, e);
        }
    }
}
