/** Starting a service: its name, its port, its subscribers. */
@NullMarked
package org.yiqiao.support.launch;

import org.jspecify.annotations.NullMarked;
