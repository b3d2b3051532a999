/** Social organizations: people who help. */
@NullMarked
package org.yiqiao.organization;

import org.jspecify.annotations.NullMarked;
