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
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.testkit.TestBackends;
import org.yiqiao.testkit.TestTokenIssuer;

/** The four services on the backends selected by the testkit, started once for all tests of this JVM. */
public final class SharedPlatform {

    /** A caller with separate rate limits. */
    static final String FLOODER = "flooder";

    private static final Path FOLDER = createTempFolder();

    private static final StandalonePlatform PLATFORM = start();

    private SharedPlatform() {}

    public static Map<PlatformService, URI> addresses() {
        return Map.copyOf(PLATFORM.addresses());
    }

    static HttpTestClient http() {
        return HttpTestClient.forOperator(addresses());
    }

    /** Returns the endpoint mappings of a service. */
    static RequestMappingHandlerMapping endpoints(PlatformService service) {
        return PLATFORM.context(service).getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    /** Returns the folder for files that the services keep outside the document store. */
    static Path dataFolder() {
        return FOLDER;
    }

    private static Path createTempFolder() {
        try {
            return Files.createTempDirectory("yiqiao-township");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StandalonePlatform start() {
        StandaloneSettings settings = new StandaloneSettings(
                FOLDER,
                false,
                "127.0.0.1",
                Arrays.stream(PlatformService.values()).collect(Collectors.toMap(Function.identity(), any -> 0)),
                0,
                0,
                Optional.of(TestBackends.shared().mongodbUri()),
                Optional.of(TestBackends.shared().bootstrapServers()));
        StandalonePlatform platform = StandalonePlatform.start(
                settings,
                new String[] {
                    TestTokenIssuer.shared().serviceArgument(),
                    "--yiqiao.api-docs.issuer=http://127.0.0.1:8084",
                    "--yiqiao.cors.allowed-origins=https://town.example",
                    "--yiqiao.limits.callers." + FLOODER + ".reads.per-second=1",
                    "--yiqiao.limits.callers." + FLOODER + ".reads.burst=5",
                    "--yiqiao.limits.callers." + FLOODER + ".writes.per-second=1",
                    "--yiqiao.limits.callers." + FLOODER + ".writes.burst=2"
                },
                new StartupConsole());
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
        return platform;
    }
}
