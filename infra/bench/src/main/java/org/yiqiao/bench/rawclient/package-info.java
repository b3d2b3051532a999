/** The least that any program does for a request: one loop around the raw clients. */
@NullMarked
package org.yiqiao.bench.rawclient;

import org.jspecify.annotations.NullMarked;
