/** Runs an embedded server as its own process. */
@NullMarked
package org.yiqiao.infra.process;

import org.jspecify.annotations.NullMarked;
