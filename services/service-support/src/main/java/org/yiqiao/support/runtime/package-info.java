/** The spine's parts as Spring beans. */
@NullMarked
package org.yiqiao.support.runtime;

import org.jspecify.annotations.NullMarked;
