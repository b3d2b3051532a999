/** The HTTP interface of commands: generated endpoints, problems, versions and idempotency keys. */
@NullMarked
package org.yiqiao.edge.web;

import org.jspecify.annotations.NullMarked;
