/** Who did what, when, from where and why: a chain of entries that nobody changes unnoticed. */
@NullMarked
package org.yiqiao.audit;

import org.jspecify.annotations.NullMarked;
