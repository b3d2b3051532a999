/** A start in half the time: what the JVM loaded once is prepared for the next time. */
@NullMarked
package org.yiqiao.standalone.start;

import org.jspecify.annotations.NullMarked;
