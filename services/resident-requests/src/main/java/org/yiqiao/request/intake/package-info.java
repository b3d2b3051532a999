/** Intake, listing and routing of requests. */
@NullMarked
package org.yiqiao.request.intake;

import org.jspecify.annotations.NullMarked;
