/** The CloudEvents 1.0 envelope of a domain event, in Kafka's binary mode. */
@NullMarked
package org.yiqiao.core.envelope;

import org.jspecify.annotations.NullMarked;
