/** Consuming events: projections and reactions, duplicates and gaps, dead letters and parking. */
@NullMarked
package org.yiqiao.core.processing;

import org.jspecify.annotations.NullMarked;
