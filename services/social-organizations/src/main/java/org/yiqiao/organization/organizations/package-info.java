/** Organizations that residents run. */
@NullMarked
package org.yiqiao.organization.organizations;

import org.jspecify.annotations.NullMarked;
