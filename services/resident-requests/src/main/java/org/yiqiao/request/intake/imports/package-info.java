/** Requests of another system, taken over from a file. */
@NullMarked
package org.yiqiao.request.intake.imports;

import org.jspecify.annotations.NullMarked;
