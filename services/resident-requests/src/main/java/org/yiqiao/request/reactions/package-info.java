/** Reactions of this service to events of other services. */
@NullMarked
package org.yiqiao.request.reactions;

import org.jspecify.annotations.NullMarked;
