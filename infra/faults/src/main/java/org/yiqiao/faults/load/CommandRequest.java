package org.yiqiao.faults.load;

import java.util.Map;
import org.yiqiao.contracts.PlatformService;
import org.yiqiao.faults.cluster.TestUser;

/**
 * A command as it is sent, the same on every attempt.
 *
 * @param key its idempotency key
 * @param event simple name of the event that it leads to, such as {@code RequestClosed}
 */
public record CommandRequest(
        PlatformService service, String path, TestUser caller, String key, Map<String, ?> body, String event) {}
