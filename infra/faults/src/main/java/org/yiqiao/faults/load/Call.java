package org.yiqiao.faults.load;

import java.util.Map;
import org.yiqiao.contracts.Service;
import org.yiqiao.faults.town.Person;

/**
 * A command as it is sent, the same on every attempt.
 *
 * @param key its idempotency key
 * @param event simple name of the event that it leads to, such as {@code RequestClosed}
 */
public record Call(Service service, String path, Person by, String key, Map<String, ?> body, String event) {}
