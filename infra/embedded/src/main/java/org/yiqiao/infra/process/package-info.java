/** Running what is embedded elsewhere as a process of its own. */
@NullMarked
package org.yiqiao.infra.process;

import org.jspecify.annotations.NullMarked;
