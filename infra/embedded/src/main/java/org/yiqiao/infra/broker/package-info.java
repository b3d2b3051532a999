/** Apache Kafka, embedded in this JVM. */
@NullMarked
package org.yiqiao.infra.broker;

import org.jspecify.annotations.NullMarked;
