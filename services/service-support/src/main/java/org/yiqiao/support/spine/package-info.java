/** The spine's parts as Spring beans. */
@NullMarked
package org.yiqiao.support.spine;

import org.jspecify.annotations.NullMarked;
