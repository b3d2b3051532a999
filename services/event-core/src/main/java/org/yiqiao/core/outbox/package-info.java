/** Publishing what aggregates decided: in order for each aggregate, never lost, repeated at worst. */
@NullMarked
package org.yiqiao.core.outbox;

import org.jspecify.annotations.NullMarked;
