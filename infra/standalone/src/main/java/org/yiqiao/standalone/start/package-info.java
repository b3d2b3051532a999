/** Halves the start-up time: one start prepares a cache of the loaded classes (AOT cache) for all later starts. */
@NullMarked
package org.yiqiao.standalone.start;

import org.jspecify.annotations.NullMarked;
