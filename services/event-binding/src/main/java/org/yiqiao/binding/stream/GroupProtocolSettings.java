package org.yiqiao.binding.stream;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;

/** The settings of a consumer that depend on its group protocol. */
final class GroupProtocolSettings {

    /** A killed consumer keeps its partitions for this time. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

    private GroupProtocolSettings() {}

    /**
     * Returns the defaults to add to the settings of a consumer. Only the classic protocol has a session timeout of the
     * client. With the consumer protocol, the broker sets the timeout, and the client refuses the setting.
     */
    static Map<String, Object> missingIn(Map<String, Object> settings) {
        return isClassic(settings) && !settings.containsKey(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)
                ? Map.of(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION_TIMEOUT.toMillis())
                : Map.of();
    }

    private static boolean isClassic(Map<String, Object> settings) {
        Object protocol =
                settings.getOrDefault(ConsumerConfig.GROUP_PROTOCOL_CONFIG, ConsumerConfig.DEFAULT_GROUP_PROTOCOL);
        return GroupProtocol.of(String.valueOf(protocol).toUpperCase(Locale.ROOT)) == GroupProtocol.CLASSIC;
    }
}
