package org.yiqiao.binding.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.core.KafkaAdmin;

/** Verifies that the configured TLS and credentials apply to every Kafka client. */
class KafkaClientSettingsTest {

    private static final String LOGIN =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\" password=\"p\";";

    /** The only classes that create Kafka clients. Each starts from the connection settings and adds its own. */
    private static final List<String> CLIENT_CREATING_FILES = List.of(
            "ConsumerLagReader.java",
            "DeadLetterReplay.java",
            "EventRuntimeConfiguration.java",
            "KafkaEventPublisher.java",
            "TopicCreator.java",
            "TopicReader.java");

    private static final Pattern CLIENT_CREATION =
            Pattern.compile("new KafkaProducer<|new KafkaConsumer<|Admin\\.create\\(|AdminClient\\.create\\(");

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, KafkaAutoConfiguration.class))
            .withPropertyValues(
                    "spring.kafka.bootstrap-servers=kafka.example:9093",
                    "spring.kafka.security.protocol=SASL_SSL",
                    "spring.kafka.properties.sasl.mechanism=SCRAM-SHA-512",
                    "spring.kafka.properties.sasl.jaas.config=" + LOGIN);

    @Test
    void settingsContainProtocolCredentialsAndTrustStore() {
        checkSettings(
                contextRunner.withPropertyValues(
                        "spring.kafka.ssl.trust-store-type=PEM",
                        "spring.kafka.ssl.trust-store-location=file:/etc/yiqiao/ca.pem",
                        "spring.kafka.ssl.key-store-type=PEM",
                        "spring.kafka.ssl.key-store-location=file:/etc/yiqiao/client.pem"),
                settings -> assertThat(settings)
                        .containsEntry("bootstrap.servers", List.of("kafka.example:9093"))
                        .containsEntry("security.protocol", "SASL_SSL")
                        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
                        .containsEntry("sasl.jaas.config", LOGIN)
                        .containsEntry("ssl.truststore.type", "PEM")
                        .containsEntry("ssl.truststore.location", "/etc/yiqiao/ca.pem")
                        .containsEntry("ssl.keystore.location", "/etc/yiqiao/client.pem"));
    }

    @Test
    void settingsContainSslBundle() {
        checkSettings(
                contextRunner.withPropertyValues(
                        "spring.ssl.bundle.pem.broker.truststore.certificate=classpath:broker-ca.pem",
                        "spring.kafka.ssl.bundle=broker"),
                settings -> assertThat(settings)
                        .containsKey("ssl.engine.factory.class")
                        .hasEntrySatisfying(SslBundle.class.getName(), bundle -> assertThat(bundle)
                                .isInstanceOf(SslBundle.class)));
    }

    @Test
    void onlyListedClassesCreateKafkaClients() throws IOException {
        try (Stream<Path> services = Files.walk(Path.of(".."))) {
            assertThat(services.filter(file -> file.toString().contains("/src/main/java/"))
                            .filter(KafkaClientSettingsTest::createsClient)
                            .map(file -> file.getFileName().toString())
                            .sorted())
                    .containsExactlyElementsOf(CLIENT_CREATING_FILES);
        }
    }

    private static void checkSettings(ApplicationContextRunner runner, Consumer<Map<String, Object>> check) {
        runner.run(context -> check.accept(new HashMap<>(
                KafkaClientSettings.of(context.getBean(KafkaAdmin.class)).properties())));
    }

    private static boolean createsClient(Path file) {
        try {
            return Files.isRegularFile(file)
                    && CLIENT_CREATION.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
