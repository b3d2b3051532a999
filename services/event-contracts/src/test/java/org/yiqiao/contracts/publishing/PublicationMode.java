package org.yiqiao.contracts.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this run of the tests may write what is published, or only checks it. */
final class PublicationMode {

    static final boolean ENABLED = Boolean.getBoolean("contracts.publish");

    /** What a person does about a file that is not as the code makes it. */
    static final String INSTRUCTIONS =
            "run `./mvnw -pl services/event-contracts test -Dcontracts.publish=true` and commit what it writes";

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
