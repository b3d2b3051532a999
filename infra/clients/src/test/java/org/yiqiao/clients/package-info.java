/** Runs the programs that consumers of the stream and of the APIs use, against the demo town. */
@NullMarked
package org.yiqiao.clients;

import org.jspecify.annotations.NullMarked;
