package org.yiqiao.binding.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.yiqiao.core.outbox.RecordCompression;

class EventPublicationPropertiesTest {

    @EnableConfigurationProperties(EventPublicationProperties.class)
    private static final class Configuration {}

    private final ApplicationContextRunner contextRunner =
            new ApplicationContextRunner().withUserConfiguration(Configuration.class);

    @Test
    void recordsAreCompressedWithGzipByDefault() {
        contextRunner.run(context -> assertThat(
                        context.getBean(EventPublicationProperties.class).compression())
                .isEqualTo(RecordCompression.GZIP));
    }

    @Test
    void compressionCanBeConfigured() {
        contextRunner.withPropertyValues("yiqiao.events.compression=none").run(context -> assertThat(
                        context.getBean(EventPublicationProperties.class).compression())
                .isEqualTo(RecordCompression.NONE));
    }
}
