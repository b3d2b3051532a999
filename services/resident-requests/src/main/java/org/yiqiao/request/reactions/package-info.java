/** What this service does because of others' events. */
@NullMarked
package org.yiqiao.request.reactions;

import org.jspecify.annotations.NullMarked;
