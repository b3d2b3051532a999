package org.yiqiao.binding.runtime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yiqiao.core.outbox.RecordCompression;

/**
 * The settings of event publication.
 *
 * @param compression compression of the records that this service publishes
 */
@ConfigurationProperties("yiqiao.events")
public record EventPublicationProperties(
        @DefaultValue("gzip") RecordCompression compression) {}
