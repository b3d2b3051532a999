/** Sends requests at a fixed rate and records when each is accepted, written, in its topic and readable. */
@NullMarked
package org.yiqiao.bench.load;

import org.jspecify.annotations.NullMarked;
