package org.yiqiao.support.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.yiqiao.support.spine.KafkaConnection;

/** The clients that the binder makes connect as all others do. */
class FeedsConnectionTest {

    private static final KafkaConnection CONNECTION =
            new KafkaConnection(Map.of("security.protocol", "SASL_SSL", "ssl.engine.factory.class", String.class));

    private final StreamConfiguration stream = new StreamConfiguration();

    @Test
    void aFeedsConsumerHasTheSettingsOfTheConnectionAndKeepsItsOwn() {
        DefaultKafkaConsumerFactory<String, byte[]> consumers =
                new DefaultKafkaConsumerFactory<>(Map.of("group.id", "g", "security.protocol", "PLAINTEXT"));
        stream.feedsConnectAsAllClientsDo(CONNECTION).configure(consumers);
        assertThat(consumers.getConfigurationProperties())
                .containsAllEntriesOf(CONNECTION.settings())
                .containsEntry("group.id", "g");
    }

    @Test
    void theBindersAdminHasThem() {
        Map<String, Object> settings = new HashMap<>();
        stream.binderConnectsAsAllClientsDo(CONNECTION).configure(settings);
        assertThat(settings).containsAllEntriesOf(CONNECTION.settings());
    }
}
