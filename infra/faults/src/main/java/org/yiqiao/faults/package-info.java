/** Injects faults into a cluster under load and checks that every invariant still holds. */
@NullMarked
package org.yiqiao.faults;

import org.jspecify.annotations.NullMarked;
