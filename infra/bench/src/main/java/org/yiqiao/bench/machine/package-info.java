/** What the figures were measured on, and how much of it was used. */
@NullMarked
package org.yiqiao.bench.machine;

import org.jspecify.annotations.NullMarked;
