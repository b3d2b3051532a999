/** Replicas of other services' data, built from their events. */
@NullMarked
package org.yiqiao.organization.replicas;

import org.jspecify.annotations.NullMarked;
