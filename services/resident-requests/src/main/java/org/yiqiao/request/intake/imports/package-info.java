/** Import of requests that another system exported to a file. */
@NullMarked
package org.yiqiao.request.intake.imports;

import org.jspecify.annotations.NullMarked;
