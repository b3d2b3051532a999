/** The edge: commands as endpoints, problems, versions, idempotency keys. */
@NullMarked
package org.yiqiao.support.web;

import org.jspecify.annotations.NullMarked;
