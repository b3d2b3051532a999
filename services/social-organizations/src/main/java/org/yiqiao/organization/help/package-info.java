/** The help that organizations give to requests. */
@NullMarked
package org.yiqiao.organization.help;

import org.jspecify.annotations.NullMarked;
