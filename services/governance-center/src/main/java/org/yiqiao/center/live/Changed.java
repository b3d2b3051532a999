package org.yiqiao.center.live;

import java.time.Instant;

/**
 * Something has changed.
 *
 * @param events taken so far
 * @param lag events that are still to be taken
 */
record Changed(long events, long lag, Instant at) {}
