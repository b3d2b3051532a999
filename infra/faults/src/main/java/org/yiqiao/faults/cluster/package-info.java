/** A platform of separate processes, each of which can be killed, suspended and disconnected. */
@NullMarked
package org.yiqiao.faults.cluster;

import org.jspecify.annotations.NullMarked;
