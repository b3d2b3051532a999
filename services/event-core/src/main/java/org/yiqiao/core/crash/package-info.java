/** Named places at which a test may end the process, to see that nothing is lost there. */
@NullMarked
package org.yiqiao.core.crash;

import org.jspecify.annotations.NullMarked;
