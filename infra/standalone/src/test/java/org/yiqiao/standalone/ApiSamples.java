package org.yiqiao.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yiqiao.contracts.PlatformService;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The samples of the API documents: for each operation, the body of a request and the real answer to it. The documents
 * show them as examples.
 */
final class ApiSamples {

    static final boolean IS_PUBLISHING = Boolean.getBoolean("contracts.publish");

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Writes the same bytes on every operating system. */
    private static final ObjectWriter PRETTY = JSON.writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ApiSamples() {}

    /** Stores a new sample in publication mode; a stored sample stays as it is. */
    static void publish(PlatformService service, String operation, @Nullable JsonNode request, JsonNode response) {
        Path file = file(service, operation);
        if (!IS_PUBLISHING || Files.exists(file) || (request == null && response.isNull())) {
            return;
        }
        ObjectNode sample = JSON.createObjectNode();
        if (request != null) {
            sample.set("request", request);
        }
        if (!response.isNull()) {
            sample.set("response", response);
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, PRETTY.writeValueAsString(sample) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(PlatformService service, String operation) {
        return Path.of("../../services/" + module(service, operation) + "/src/main/resources/api-samples")
                .resolve(operation + ".json");
    }

    /** Returns the module of the endpoint, which several services can share. */
    private static String module(PlatformService service, String operation) {
        if (operation.startsWith("audit")) {
            return "audit-trail";
        }
        return operation.startsWith("feeds") || operation.startsWith("key") ? "service-support" : service.id();
    }
}
