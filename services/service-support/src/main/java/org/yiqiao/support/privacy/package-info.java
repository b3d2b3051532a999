/** What the edge needs so that people can be forgotten: the master key, the keys of persons; and what may be shown of a text, or published in one. */
@NullMarked
package org.yiqiao.support.privacy;

import org.jspecify.annotations.NullMarked;
