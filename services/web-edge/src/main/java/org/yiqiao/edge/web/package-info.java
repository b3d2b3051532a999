/** The edge: commands as endpoints, problems, versions, idempotency keys. */
@NullMarked
package org.yiqiao.edge.web;

import org.jspecify.annotations.NullMarked;
