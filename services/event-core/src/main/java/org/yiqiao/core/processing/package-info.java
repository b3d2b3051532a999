/** Processes events: projections and reactions, duplicates and gaps, dead letters and parked events. */
@NullMarked
package org.yiqiao.core.processing;

import org.jspecify.annotations.NullMarked;
