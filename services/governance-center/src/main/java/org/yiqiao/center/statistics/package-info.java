/** Counts and durations of requests, by place, service and period. */
@NullMarked
package org.yiqiao.center.statistics;

import org.jspecify.annotations.NullMarked;
