/** What this service knows of others, built from their events. */
@NullMarked
package org.yiqiao.organization.replicas;

import org.jspecify.annotations.NullMarked;
