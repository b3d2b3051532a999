package org.yiqiao.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiqiao.contracts.Service;
import org.yiqiao.testkit.Backends;

/** The four services on the backends that the testkit chose, started once for all tests of this JVM. */
final class SharedTownship {

    private static final Http HTTP = start();

    private SharedTownship() {}

    static Http http() {
        return HTTP;
    }

    private static Http start() {
        try {
            Settings settings = new Settings(
                    Files.createTempDirectory("yiqiao-township"),
                    false,
                    "127.0.0.1",
                    Arrays.stream(Service.values()).collect(Collectors.toMap(Function.identity(), any -> 0)),
                    0,
                    0,
                    Optional.of(Backends.shared().mongodbUri()),
                    Optional.of(Backends.shared().bootstrapServers()));
            Township township = Township.start(settings, new String[0], new Console());
            Runtime.getRuntime().addShutdownHook(new Thread(township::close));
            return new Http(Map.copyOf(township.addresses()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
