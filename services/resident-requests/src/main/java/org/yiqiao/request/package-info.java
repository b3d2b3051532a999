/** Resident requests: needs, and what becomes of them. */
@NullMarked
package org.yiqiao.request;

import org.jspecify.annotations.NullMarked;
