/** The spine's parts as Spring beans. */
@NullMarked
package org.yiqiao.binding.runtime;

import org.jspecify.annotations.NullMarked;
