/** Start of a service, with its name, its port and its event handlers. */
@NullMarked
package org.yiqiao.binding.launch;

import org.jspecify.annotations.NullMarked;
