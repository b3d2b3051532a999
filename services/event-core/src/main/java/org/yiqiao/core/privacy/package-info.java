/** Personal data at rest: sealed with a key for each person, so that to destroy the key is to forget the person. */
@NullMarked
package org.yiqiao.core.privacy;

import org.jspecify.annotations.NullMarked;
