/** Limits on the rate of calls by caller and by address, and on the time to drain the body of a request. */
@NullMarked
package org.yiqiao.edge.limits;

import org.jspecify.annotations.NullMarked;
