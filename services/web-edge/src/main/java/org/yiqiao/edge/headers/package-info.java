/** Security headers of every response, and the origins that can call a service from a browser. */
@NullMarked
package org.yiqiao.edge.headers;

import org.jspecify.annotations.NullMarked;
