package org.yiqiao.infra.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The broker of the Compose file is a single node too, so its internal topics have one replica. */
class ComposeBrokerSettingsTest {

    @Test
    void composedBrokerHasTheReplicationOfTheEmbeddedBroker() throws IOException {
        List<String> replication =
                BrokerSettings.of(Path.of("."), "127.0.0.1", 0, "127.0.0.1:9092", 0).entrySet().stream()
                        .filter(setting -> setting.getKey().toString().matches(".*\\.(replication\\.factor|min\\.isr)"))
                        .map(setting -> environmentVariable(setting.getKey()) + ": " + setting.getValue())
                        .toList();

        assertThat(replication).hasSize(5);
        assertThat(Files.readString(Path.of("../../docker-compose.yml"))).contains(replication);
    }

    private static String environmentVariable(Object setting) {
        return "KAFKA_" + setting.toString().toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
