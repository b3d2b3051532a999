/** How much one caller, one address and one connection may take of a service. */
@NullMarked
package org.yiqiao.edge.limits;

import org.jspecify.annotations.NullMarked;
