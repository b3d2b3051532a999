/** Named points at which a test can kill the process, to verify that nothing is lost there. */
@NullMarked
package org.yiqiao.core.crash;

import org.jspecify.annotations.NullMarked;
