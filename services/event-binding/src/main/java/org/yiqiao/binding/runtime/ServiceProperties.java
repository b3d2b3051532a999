package org.yiqiao.binding.runtime;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.yiqiao.contracts.PlatformService;

/**
 * The settings of a service.
 *
 * @param service identity of the service
 * @param database prefix of the database name, which ends with the short name of the service
 * @param dataDir directory for files that are not documents, such as uploads during an import
 */
@ConfigurationProperties("yiqiao")
public record ServiceProperties(PlatformService service, String database, Path dataDir) {}
