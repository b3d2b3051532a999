/** Help that organizations give with resident requests. */
@NullMarked
package org.yiqiao.organization.help;

import org.jspecify.annotations.NullMarked;
