package org.yiqiao.binding.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.yiqiao.binding.runtime.KafkaClientSettings;

/** Verifies that the clients of the binder connect with the same settings as all other clients. */
class BinderConnectionTest {

    private static final KafkaClientSettings CLIENT_SETTINGS =
            new KafkaClientSettings(Map.of("security.protocol", "SASL_SSL", "ssl.engine.factory.class", String.class));

    private final EventConsumerConfiguration configuration = new EventConsumerConfiguration();

    @Test
    void consumerFactoryHasConnectionSettingsAndKeepsItsOwn() {
        DefaultKafkaConsumerFactory<String, byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(Map.of("group.id", "g", "security.protocol", "PLAINTEXT"));
        configuration.consumerConnectionCustomizer(CLIENT_SETTINGS).configure(consumers);
        assertThat(consumers.getConfigurationProperties())
                .containsAllEntriesOf(CLIENT_SETTINGS.properties())
                .containsEntry("group.id", "g");
    }

    @Test
    void onlyTheClassicProtocolHasASessionTimeoutOfTheClient() {
        assertThat(consumerSettings(Map.of())).containsEntry("session.timeout.ms", 10_000);
        assertThat(consumerSettings(Map.of("group.protocol", "Classic"))).containsEntry("session.timeout.ms", 10_000);
        assertThat(consumerSettings(Map.of("group.protocol", "consumer"))).doesNotContainKey("session.timeout.ms");
    }

    @Test
    void configuredSessionTimeoutIsKept() {
        assertThat(consumerSettings(Map.of("session.timeout.ms", "20000")))
                .containsEntry("session.timeout.ms", "20000");
    }

    private Map<String, Object> consumerSettings(Map<String, Object> connection) {
        DefaultKafkaConsumerFactory<String, byte[]> consumers = new DefaultKafkaConsumerFactory<>(Map.of());
        configuration
                .consumerConnectionCustomizer(new KafkaClientSettings(connection))
                .configure(consumers);
        return consumers.getConfigurationProperties();
    }

    @Test
    void binderAdminHasConnectionSettings() {
        Map<String, Object> settings = new HashMap<>();
        configuration.binderAdminCustomizer(CLIENT_SETTINGS).configure(settings);
        assertThat(settings).containsAllEntriesOf(CLIENT_SETTINGS.properties());
    }
}
