package org.yiqiao.center.live;

import java.time.Instant;

/**
 * A notification of changed figures.
 *
 * @param events number of events processed so far
 * @param lag number of events not yet processed
 * @param at time of the notification
 */
record ChangeNotification(long events, long lag, Instant at) {}
