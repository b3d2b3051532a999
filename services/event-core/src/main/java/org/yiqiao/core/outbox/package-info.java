/** Publishes the events of aggregates: in order for each aggregate, never lost, at worst repeated. */
@NullMarked
package org.yiqiao.core.outbox;

import org.jspecify.annotations.NullMarked;
