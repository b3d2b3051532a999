/** The report of results, as a text table and as JSON. */
@NullMarked
package org.yiqiao.faults.report;

import org.jspecify.annotations.NullMarked;
