/** What aggregates belong to, and how far somebody reaches: values only. */
@NullMarked
package org.yiqiao.core.access;

import org.jspecify.annotations.NullMarked;
