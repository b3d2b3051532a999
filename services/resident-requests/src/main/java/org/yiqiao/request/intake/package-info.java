/** How requests come in. */
@NullMarked
package org.yiqiao.request.intake;

import org.jspecify.annotations.NullMarked;
