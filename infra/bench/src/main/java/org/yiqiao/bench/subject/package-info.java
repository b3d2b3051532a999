/** Those that are measured: how each is started, given load and looked at. */
@NullMarked
package org.yiqiao.bench.subject;

import org.jspecify.annotations.NullMarked;
