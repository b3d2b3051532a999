/** The figures as JSON, as a table and as a page, and what they were expected to be. */
@NullMarked
package org.yiqiao.bench.report;

import org.jspecify.annotations.NullMarked;
