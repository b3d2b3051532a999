/** Organizations run by residents. */
@NullMarked
package org.yiqiao.organization.organizations;

import org.jspecify.annotations.NullMarked;
