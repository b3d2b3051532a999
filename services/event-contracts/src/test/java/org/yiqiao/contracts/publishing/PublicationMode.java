package org.yiqiao.contracts.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The mode of this test run: either it writes the published files, or it only checks them. */
final class PublicationMode {

    static final boolean ENABLED = Boolean.getBoolean("contracts.publish");

    /** Assertion description for a published file that differs from the generated text. */
    static final String INSTRUCTIONS =
            "run `./mvnw -pl services/event-contracts test -Dcontracts.publish=true` and commit the written files";

    private PublicationMode() {}

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
