/** The load by residents and staff through the public APIs, and the history of their commands and outcomes. */
@NullMarked
package org.yiqiao.faults.load;

import org.jspecify.annotations.NullMarked;
