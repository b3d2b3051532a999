package org.yiqiao.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yiqiao.contracts.Service;
import org.yiqiao.testkit.Backends;
import org.yiqiao.testkit.Tokens;

/** The four services on the backends that the testkit chose, started once for all tests of this JVM. */
public final class SharedTownship {

    /** A caller with limits of its own. */
    static final String FLOODER = "flooder";

    private static final Path FOLDER = folderOfItsOwn();

    private static final Township TOWNSHIP = start();

    private SharedTownship() {}

    public static Map<Service, URI> addresses() {
        return Map.copyOf(TOWNSHIP.addresses());
    }

    static Http http() {
        return Http.byOperator(addresses());
    }

    /** The endpoints that a service maps. */
    static RequestMappingHandlerMapping endpoints(Service service) {
        return TOWNSHIP.context(service).getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /** Where the services keep files that are not documents. */
    static Path folder() {
        return FOLDER;
    }

    private static Path folderOfItsOwn() {
        try {
            return Files.createTempDirectory("yiqiao-township");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Township start() {
        Settings settings = new Settings(
                FOLDER,
                false,
                "127.0.0.1",
                Arrays.stream(Service.values()).collect(Collectors.toMap(Function.identity(), any -> 0)),
                0,
                0,
                Optional.of(Backends.shared().mongodbUri()),
                Optional.of(Backends.shared().bootstrapServers()));
        Township township = Township.start(
                settings,
                new String[] {
                    Tokens.shared().setting(),
                    "--yiqiao.cors.allowed-origins=https://town.example",
                    "--yiqiao.limits.callers." + FLOODER + ".reads.per-second=1",
                    "--yiqiao.limits.callers." + FLOODER + ".reads.burst=5",
                    "--yiqiao.limits.callers." + FLOODER + ".writes.per-second=1",
                    "--yiqiao.limits.callers." + FLOODER + ".writes.burst=2"
                },
                new Console());
        Runtime.getRuntime().addShutdownHook(new Thread(township::close));
        return township;
    }
}
