/** Reactions of this service to events of other services. */
@NullMarked
package org.yiqiao.organization.reactions;

import org.jspecify.annotations.NullMarked;
