/** Forgetting a person: their key is destroyed, everybody else is told, what was counted stays. */
@NullMarked
package org.yiqiao.request.erasure;

import org.jspecify.annotations.NullMarked;
