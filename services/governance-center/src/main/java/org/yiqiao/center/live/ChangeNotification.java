package org.yiqiao.center.live;

import java.time.Instant;

/**
 * Something has changed.
 *
 * @param events taken so far
 * @param lag events that are still to be taken
 */
record ChangeNotification(long events, long lag, Instant at) {}
