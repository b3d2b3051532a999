/** The social organizations service: organizations and the help that they give. */
@NullMarked
package org.yiqiao.organization;

import org.jspecify.annotations.NullMarked;
