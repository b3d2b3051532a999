/** A township whose parts are processes of their own, so that each can be killed, paused and cut off. */
@NullMarked
package org.yiqiao.faults.cluster;

import org.jspecify.annotations.NullMarked;
