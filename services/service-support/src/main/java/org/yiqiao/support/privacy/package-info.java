/** What the edge needs so that people can be forgotten: the master key, the keys of persons. */
@NullMarked
package org.yiqiao.support.privacy;

import org.jspecify.annotations.NullMarked;
