/** The case of a request, from intake to evaluation. Pure: no framework, no clock, no store. */
@NullMarked
package org.yiqiao.request.cases;

import org.jspecify.annotations.NullMarked;
