/** Endpoints for operators of a running service. */
@NullMarked
package org.yiqiao.support.operations;

import org.jspecify.annotations.NullMarked;
