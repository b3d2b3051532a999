/** The measured subjects: starting them, sending requests to them and looking up their rows. */
@NullMarked
package org.yiqiao.bench.subject;

import org.jspecify.annotations.NullMarked;
