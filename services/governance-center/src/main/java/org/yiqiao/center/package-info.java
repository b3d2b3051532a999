/** The governance center: what the events of all services add up to. */
@NullMarked
package org.yiqiao.center;

import org.jspecify.annotations.NullMarked;
