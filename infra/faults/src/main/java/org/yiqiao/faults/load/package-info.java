/** What residents and staff do meanwhile, through the public APIs, and what they were answered. */
@NullMarked
package org.yiqiao.faults.load;

import org.jspecify.annotations.NullMarked;
