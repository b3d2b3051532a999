/** The least work that any program does for a request: loops around the raw clients. */
@NullMarked
package org.yiqiao.bench.rawclient;

import org.jspecify.annotations.NullMarked;
