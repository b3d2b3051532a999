/** Spring beans for command handling, event publication and event processing. */
@NullMarked
package org.yiqiao.binding.runtime;

import org.jspecify.annotations.NullMarked;
