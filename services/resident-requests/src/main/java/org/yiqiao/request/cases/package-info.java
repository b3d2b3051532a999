/** The case of a request, from intake to evaluation. A pure model without framework, clock or store. */
@NullMarked
package org.yiqiao.request.cases;

import org.jspecify.annotations.NullMarked;
