/** The figures of a run as JSON and as Markdown tables, compared with their targets. */
@NullMarked
package org.yiqiao.bench.report;

import org.jspecify.annotations.NullMarked;
