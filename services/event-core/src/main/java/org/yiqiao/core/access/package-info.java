/** Values for access control: the owners of aggregates and the access scope of an operation. */
@NullMarked
package org.yiqiao.core.access;

import org.jspecify.annotations.NullMarked;
