/** The table of results, on the screen and as JSON. */
@NullMarked
package org.yiqiao.faults.report;

import org.jspecify.annotations.NullMarked;
