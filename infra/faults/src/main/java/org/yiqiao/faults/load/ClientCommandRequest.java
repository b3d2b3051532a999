package org.yiqiao.faults.load;

import java.util.Map;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.TestUser;

/**
 * A command as sent by a client, identical on every attempt.
 *
 * @param key idempotency key
 * @param event simple name of the resulting event, such as {@code RequestClosed}
 */
public record ClientCommandRequest(
        PlatformService service, String path, TestUser caller, String key, Map<String, ?> body, String event) {}
