package org.yiqiao.binding.runtime;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.yiqiao.contracts.PlatformService;

/**
 * The settings of a service.
 *
 * @param service which one it is
 * @param database prefix of its database's name; the service's short name follows
 * @param dataDir where it keeps files that are not documents, such as uploads that are being imported
 */
@ConfigurationProperties("yiqiao")
public record YiqiaoProperties(PlatformService service, String database, Path dataDir) {}
