/** Starting a service: its name, its port, its subscribers. */
@NullMarked
package org.yiqiao.binding.launch;

import org.jspecify.annotations.NullMarked;
